import { expect, test } from 'vitest'
import type { SetUpCommand } from '../../shared/competition/command-set-up.ts'
import { canonicalJson } from '../../shared/record/canonical.ts'
import { startPlay } from '../harness/pure-play.ts'
import { decideSetUp } from '../../shared/competition/decide-set-up.ts'
import { startSetUp, type SetUpPlay } from '../harness/set-up-play.ts'
import {
  applicationEntry,
  cast,
  declare,
  decideFor,
  draft,
  draftAll,
  judge,
  listAll,
  open,
  openAlpha,
  pause,
  record,
  revealAlpha,
  setUpOfEach,
} from '../harness/set-up-steps.ts'

/** How far a competition is when each command is given. */
const moments = {
  empty: () => startSetUp(),
  listed: () => listAll(startSetUp()),
  drafted: () => draftAll(startSetUp()),
  opened: () => openAlpha(startSetUp()),
  revealed: () => revealAlpha(startSetUp()),
  paused: () => {
    const play = openAlpha(startSetUp())
    play.must('staff-1', pause)
    return play
  },
}

/** What staff come to: turn = out-of-turn, bad = malformed. */
const table = `
  empty    listed   drafted  opened   revealed paused
  competition.name     done     done     done     done     done     done
  preset.take          done     done     done     turn     turn     turn
  rubric.set           done     done     done     done     done     done
  rules.set            done     done     done     done     done     done
  dates.set            done     done     done     done     done     done
  people.set           done     done     done     done     done     done
  people.remove        bad      done     done     done     done     done
  applications.set     done     done     done     done     done     done
  applications.remove  bad      done     done     done     done     done
  checklist.set        done     done     done     done     done     done
  intake.judge         bad      done     done     done     done     done
  conflict.declare     bad      done     done     done     done     done
  conflict.record      bad      done     done     done     done     done
  declaration.decide   bad      turn     turn     turn     turn     turn
  assignment.draw      turn     done     done     done     done     done
  assignment.draft     bad      done     done     done     done     done
  assignment.open      turn     turn     done     turn     turn     turn
  notice.attach        done     done     done     done     done     done
  notice.confirm       done     done     done     done     done     done
  calibration.start    bad      done     done     done     done     done
  calibration.add      turn     turn     turn     turn     turn     turn
  calibration.show     turn     turn     turn     turn     turn     turn
  competition.pause    done     done     done     done     done     turn
  competition.resume   turn     turn     turn     turn     turn     done
`

const codes: Readonly<Record<string, string>> = { malformed: 'bad', 'out-of-turn': 'turn' }

function outcome(play: SetUpPlay, person: string, command: SetUpCommand): string {
  const refusal = play.ask(person, command)
  return refusal ? (codes[refusal.refused] ?? refusal.refused) : 'done'
}

test.each(Object.entries(moments))('SETUP-1 staff give each command in its time: %s', (moment, started) => {
  const play = started()
  const [head = [], ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/ +/))
  const expected = rows.map(([kind = '', ...cells]) => `${kind} ${cells[head.indexOf(moment)]}`)
  expect(setUpOfEach(play).map((each) => `${each.kind} ${outcome(play, 'staff-1', each)}`)).toEqual(expected)
})

test.each(Object.entries(moments).filter(([moment]) => moment !== 'empty'))(
  'SETUP-2 to everybody else no command of the set-up is there but their own answers about conflicts: %s',
  (_moment, started) => {
    const play = started()
    for (const person of ['r1', 'r7', 'monitor-1', 'official'])
      for (const command of setUpOfEach(play)) {
        const expected = command.kind === 'conflict.declare' ? 'done' : 'not-found'
        expect(`${person} ${command.kind} ${outcome(play, person, command)}`).toBe(
          `${person} ${command.kind} ${expected}`,
        )
      }
  },
)

test('SETUP-2 a rehearsal is set up by nobody, and can be paused', () => {
  const play = startPlay()
  const context = {
    person: play.person('staff'),
    rubric: play.rubric,
    salt: () => '0'.repeat(32),
    text: () => '',
  }
  const done = setUpOfEach(draftAll(startSetUp())).filter(
    (command) => !('refused' in decideSetUp(play.state(), command, context)),
  )
  expect(done.map(({ kind }) => kind)).toEqual(['notice.attach', 'notice.confirm', 'competition.pause'])
})

test.each(Object.entries(moments))('SETUP-3 a refusal changes nothing: %s', (_moment, started) => {
  const play = started()
  for (const { id } of play.state().people)
    for (const command of setUpOfEach(play)) {
      if (play.ask(id, command) === null) continue
      const before = canonicalJson(play.state())
      play.send(id, command)
      expect(canonicalJson(play.state()), `${id} ${command.kind}`).toBe(before)
    }
})

test('SETUP-4 whoever is recused among staff decides nothing about the application', () => {
  const play = draftAll(startSetUp())
  play.must('staff-2', declare('delta', 'recused'))
  play.must('r7', declare('delta', 'unsure'))
  const about: readonly SetUpCommand[] = [
    { kind: 'applications.set', applications: [applicationEntry('epsilon'), applicationEntry('delta')] },
    { kind: 'applications.remove', applications: ['gamma', 'delta'] },
    judge('delta'),
    record('delta', 'r6', 'recused'),
    decideFor('delta', 'r7', 'cleared'),
    decideFor('delta', 'staff-2', 'cleared'),
    open('alpha', 'delta'),
    { kind: 'calibration.start', application: 'delta' },
  ]
  for (const command of about)
    expect(play.ask('staff-2', command), command.kind).toEqual({
      refused: 'not-yours',
      sentence: 'You are recused from State of delta. Another of program staff sees to it.',
    })
  expect(play.ask('staff-1', decideFor('delta', 'staff-2', 'cleared'))).toBeNull()
})

test('SETUP-5 a draft of somebody recused leaves the place of that application as it is, also where it names another', () => {
  const play = draftAll(startSetUp())
  play.must('staff-2', declare('alpha', 'recused'))
  const without = { ...draft, places: { beta: 'two' } } as SetUpCommand
  play.must('staff-2', without)
  expect(play.state().setUp.draft?.places).toEqual({ alpha: 'one', beta: 'two' })
  play.must('staff-2', { ...draft, places: { alpha: 'two', beta: 'two' } } as SetUpCommand)
  expect(play.state().setUp.draft?.places).toEqual({ alpha: 'one', beta: 'two' })
  play.must('staff-1', without)
  expect(play.state().setUp.draft?.places).toEqual({ beta: 'two' })
})

test('HELD-33 a panel of the draft that reads an application keeps its members for staff who are recused from it', () => {
  const play = draftAll(startSetUp())
  play.must('staff-2', declare('alpha', 'recused'))
  const [one, two] = play.state().setUp.draft?.panels ?? []
  if (!one || !two) throw new Error('There are two panels.')
  const withOne = (panel: typeof one | null): SetUpCommand => ({
    ...{ kind: 'assignment.draft', places: { beta: 'two' }, seed: null },
    panels: panel ? [panel, two] : [two],
  })
  const otherwise = [
    null,
    { ...one, id: 'three' },
    { ...one, monitor: null },
    { ...one, monitor: 'monitor-2' },
    { ...one, reviewers: ['r1', 'r2', 'r7'] },
    { ...one, reviewers: ['r1', 'r2'] },
  ]
  for (const panel of otherwise) {
    expect(play.ask('staff-2', withOne(panel))).toEqual({
      refused: 'not-yours',
      sentence:
        'Panel one reads an application that you are recused from, and keeps its members. Another of program staff changes them.',
    })
  }
  // Panels that read it not are theirs, whoever sits there, and so is what else a panel is called and reads.
  play.must('staff-2', withOne({ ...one, title: 'The first' }))
  play.must('staff-2', {
    kind: 'assignment.draft',
    panels: [one, { ...two, monitor: 'monitor-1', reviewers: ['r7'] }],
    places: { beta: 'one' },
    seed: null,
  })
  expect(play.state().setUp.draft?.places).toEqual({ alpha: 'one', beta: 'one' })
  play.must('staff-1', {
    ...withOne({ ...one, monitor: 'monitor-2' }),
    places: { alpha: 'one' },
  } as SetUpCommand)
  play.must('staff-1', withOne(null))
  play.must('staff-2', withOne(null))
})

test('SETUP-5 where their draft does not fit it, they are told no more than that', () => {
  const play = draftAll(startSetUp())
  play.must('staff-2', declare('alpha', 'recused'))
  play.must('r7', declare('alpha', 'recused'))
  const [one, two] = play.state().setUp.draft?.panels ?? []
  if (!one || !two) throw new Error('There are two panels.')
  const swapped = { ...draft, panels: [{ ...one, reviewers: ['r1', 'r2', 'r7'] }, two] } as SetUpCommand
  expect(play.ask('staff-1', swapped)?.sentence).toBe('Reviewer 7 is recused from State of alpha.')
  play.must('r1', declare('alpha', 'recused'))
  expect(play.ask('staff-2', draft)?.sentence).toBe(
    'You are recused from State of alpha, and it does not fit this draft. Another of program staff drafts it.',
  )
})

test('SETUP-6 the set-up page tells whoever is recused the name of the application and that they are, and nothing else', () => {
  const apart = (change: (play: SetUpPlay) => void) => {
    const play = draftAll(startSetUp())
    play.must('staff-2', declare('alpha', 'recused'))
    change(play)
    const { edition: _edition, ...page } = play.page('staff-2')
    return page
  }
  const plain = apart(() => undefined)
  expect(plain.applications.find(({ id }) => id === 'alpha')).toEqual({
    id: 'alpha',
    applicant: 'State of alpha',
    home: null,
    requested: null,
    received: null,
    involved: { districts: '', partners: '', consultants: '', signatories: '' },
    review: '',
    panel: '',
    opened: false,
    openedAs: null,
    documents: 0,
    intake: {},
    declared: {},
    blockers: [],
    recused: true,
  })
  expect(plain.draft?.places).toEqual({ beta: 'two' })
  const changes: readonly ((play: SetUpPlay) => void)[] = [
    (play) => play.must('staff-1', judge('alpha', 'met', 'signed')),
    (play) => play.must('r1', declare('alpha', 'recused')),
    (play) => play.must('r2', declare('alpha', 'unsure')),
    (play) =>
      play.must('staff-1', {
        kind: 'applications.set',
        applications: [{ ...applicationEntry('alpha'), requested: 1, home: 'Ohio' }],
      }),
    (play) => play.must('staff-1', { ...draft, places: { beta: 'two' } } as SetUpCommand),
  ]
  for (const change of changes) expect(apart(change)).toEqual(plain)
})

test('SETUP-7 each application keeps somebody of staff who may know of it, whoever leaves and however many answer at once', () => {
  const both = draftAll(startSetUp())
  const recuse = (person: string) => ({
    application: 'alpha',
    person,
    answer: 'recused' as const,
    reason: 'Paper of November 3.',
  })
  const last = 'Nobody of program staff would be left for it. Add somebody first.'
  expect(
    both.ask('staff-1', { kind: 'conflict.record', answers: [recuse('staff-1'), recuse('staff-2')] })
      ?.sentence,
  ).toBe(last)
  both.must('staff-2', declare('alpha', 'recused'))
  expect(both.ask('staff-1', declare('alpha', 'recused'))?.sentence).toBe(last)
  both.must('staff-1', declare('alpha', 'unsure'))
  const left = 'Nobody of program staff would be left for an application: the others are recused.'
  expect(both.ask('staff-2', { kind: 'people.remove', people: ['staff-1'] })?.sentence).toBe(left)
  const demoted = cast.map((person) =>
    person.id === 'staff-1' ? { ...person, role: 'official' as const } : person,
  )
  expect(both.ask('staff-2', { kind: 'people.set', people: demoted })?.sentence).toBe(left)
  const alone = listAll(startSetUp())
  alone.must('staff-1', { kind: 'people.remove', people: ['staff-2'] })
  expect(alone.ask('staff-1', declare('alpha', 'recused'))?.sentence).toBe(last)
  expect(
    alone.ask('staff-1', { kind: 'people.set', people: [{ id: 'staff-1', role: 'official', label: 'X' }] })
      ?.sentence,
  ).toBe('Nobody of program staff would be left.')
})

test('SETUP-8 what was declared goes with whoever changes from a panel to staff, and opens nothing to whoever changes back', () => {
  const play = draftAll(startSetUp())
  play.must('r7', declare('alpha', 'recused'))
  const as = (role: 'staff' | 'reviewer') => ({
    kind: 'people.set' as const,
    people: [{ id: 'r7', role, label: 'Reviewer 7' }],
  })
  play.must('staff-1', as('staff'))
  expect(play.view('r7').reviews.map(({ id }) => id)).not.toContain('alpha.1.1')
  expect(play.page('r7').applications.find(({ id }) => id === 'alpha')?.recused).toBe(true)
  play.must('r7', declare('beta', 'recused'))
  play.must('staff-1', as('reviewer'))
  play.must('staff-1', open('alpha', 'beta'))
  expect(play.view('r7').reviews).toEqual([])
})
