import { expect, test } from 'vitest'
import { mayReadApplication } from '../../shared/competition/access.ts'
import type { Refusal } from '../../shared/competition/refusal.ts'
import {
  alpha,
  askStaff,
  ballot,
  certify,
  clear,
  close,
  closeVote,
  excuse,
  finishLock,
  lock,
  oneOfEach,
  openVote,
  playSteps,
  playTo,
  recuse,
  seatedOn,
  startPlay,
  type Play,
  type Say,
} from '../harness/pure-play.ts'
import { fullForm } from '../harness/full-form.ts'

const notFound: Refusal = { refused: 'not-found', sentence: 'There is nothing here that you can open.' }

function code(play: Play, person: string, say: Say): Refusal['refused'] | 'done' {
  return play.ask(person, say)?.refused ?? 'done'
}

/** All but keeping what they had typed, which is taken and answered with nothing. */
function tried(play: Play, person: string): readonly Say[] {
  return oneOfEach(play, person).filter(({ kind }) => kind !== 'text.keep')
}

function mayRead(play: Play, person: string): boolean {
  return mayReadApplication(play.state(), play.person(person), 'alpha')
}

test('CONFLICT-1 who has not answered is shown the question and nothing else', () => {
  const play = startPlay()
  expect(play.sees('r1')).toEqual({
    id: alpha,
    application: { id: 'alpha', applicant: 'State of Alpha', edition: null },
    tier: 1,
    rubric: expect.stringMatching(/^[0-9a-f]{12}$/),
    of: null,
    step: 'conflicts',
    conflict: { status: 'open', at: null },
    ready: null,
    mine: null,
    room: null,
    discussion: null,
    summary: null,
    absolute: null,
    monitorNotCounted: null,
    lastAssessment: null,
    call: null,
    thin: false,
    turn: null,
    notStandIns: null,
    lockAsked: null,
    panel: null,
    progress: null,
    vote: null,
    blockers: null,
    revealed: null,
    closed: null,
    lock: null,
  })
  expect(mayRead(play, 'r1')).toBe(false)
})

test('CONFLICT-1 however far the others have come', () => {
  const play = startPlay()
  const asked = { ...play.sees('r1') }
  play.must('staff', excuse(1))
  for (const step of playSteps.slice(0, -1)) {
    expect(playTo(play, step, ['r1']).sees('r1'), step).toEqual(asked)
  }
  play.must('staff', lock)
  expect(play.sees('r1')).toEqual(asked)
  finishLock(play)
  expect(play.sees('r1')).toEqual(asked)
})

test('CONFLICT-1 nothing but the answer is theirs to give', () => {
  const play = startPlay()
  const allowed = oneOfEach(play, 'r1').filter((say) => code(play, 'r1', say) === 'done')
  expect(allowed).toEqual([certify, recuse, askStaff])
  expect(code(play, 'r1', oneOfEach(play, 'r1').find(({ kind }) => kind === 'form.attest') ?? certify)).toBe(
    'out-of-turn',
  )
})

test('CONFLICT-1 the monitor certifies too, before anything of the panel is shown or done', () => {
  const play = startPlay()
  expect(play.sees('monitor')).toMatchObject({ progress: null, blockers: null, ready: null })
  expect([code(play, 'monitor', { kind: 'review.reveal' }), mayRead(play, 'monitor')]).toEqual([
    'out-of-turn',
    false,
  ])
  play.must('monitor', certify)
  expect(play.sees('monitor')?.progress).toHaveLength(6)
  expect(mayRead(play, 'monitor')).toBe(true)
})

test('CONFLICT-2 who certifies has the application and a form', () => {
  const play = startPlay()
  play.must('r1', certify)
  expect(play.sees('r1')).toMatchObject({
    step: 'score',
    conflict: { status: 'certified' },
    ready: { count: 0, of: 5 },
  })
  expect(play.sees('r1')?.mine?.form).toEqual({ name: `trial/${alpha}/form-1`, writable: true })
  expect(mayRead(play, 'r1')).toBe(true)
})

test('CONFLICT-2 the answer stands: certifying again and asking afterwards are refused, recusing is not', () => {
  const play = startPlay()
  play.must('r1', certify)
  expect([certify, askStaff, recuse].map((say) => code(play, 'r1', say))).toEqual([
    'out-of-turn',
    'out-of-turn',
    'done',
  ])
})

test('CONFLICT-3 "not sure" shuts the application until staff decide', () => {
  const play = startPlay()
  play.must('r1', askStaff)
  expect(play.sees('r1')).toMatchObject({
    step: 'conflicts',
    conflict: { status: 'unsure' },
    mine: null,
    ready: null,
  })
  expect([certify, askStaff, recuse].map((say) => code(play, 'r1', say))).toEqual([
    'out-of-turn',
    'out-of-turn',
    'done',
  ])
  expect(mayRead(play, 'r1')).toBe(false)
})

test('CONFLICT-3 staff clear or recuse, with a reason, and the question is answered', () => {
  const cleared = startPlay()
  cleared.must('r1', askStaff)
  cleared.must('staff', clear('r1'))
  expect(cleared.sees('r1')).toMatchObject({ step: 'score', conflict: { status: 'cleared' } })

  const recused = startPlay()
  recused.must('r1', askStaff)
  recused.must('staff', { kind: 'conflict.decide', person: 'r1', outcome: 'recused', reason: 'Too near.' })
  expect(recused.sees('r1')).toBeUndefined()
})

test('CONFLICT-3 what somebody wrote to staff is shown to staff alone', () => {
  const play = startPlay()
  for (const person of ['r2', 'r3', 'r4', 'r5', 'monitor']) play.must(person, certify)
  play.must('r1', askStaff)
  const saw = ['r1', 'r2', 'monitor', 'staff'].filter((who) =>
    JSON.stringify(play.view(who)).includes('I taught there'),
  )
  expect(saw).toEqual(['staff'])
})

test.for(playSteps)(
  'CONFLICT-4 at the step %s, who is recused is told that there is nothing, whatever they try',
  (step) => {
    const play = startPlay()
    play.must('r5', recuse)
    playTo(play, step)
    expect(play.sees('r5')).toBeUndefined()
    expect(JSON.stringify(play.view('r5'))).not.toContain('alpha')
    expect(mayRead(play, 'r5')).toBe(false)
    for (const say of tried(play, 'r5')) expect(play.ask('r5', say), say.kind).toEqual(notFound)
  },
)

test.for(playSteps)(
  'CONFLICT-4 at the step %s, the others are shown neither seat nor name of who is recused',
  (step) => {
    const play = startPlay()
    play.must('r5', recuse)
    playTo(play, step)
    const shown = play.sees('r1')
    expect(
      [...(shown?.panel ?? []), ...(shown?.vote?.result?.answers ?? [])].some(({ seat }) => seat === 5),
    ).toBe(false)
    expect(JSON.stringify(shown)).not.toMatch(/Reviewer 5|"r5"|"recused"(?!:)/)
    if (shown?.ready) expect(shown.ready.of).toBe(4)
    if (shown?.vote) expect(shown.vote.seats).toBe(4)
  },
)

test('CONFLICT-4 the answer to who is recused is the one to who was never on the panel, and to a review that is none', () => {
  const play = playTo(startPlay(), 'ready')
  play.must('r5', recuse)
  for (const say of tried(play, 'r5')) {
    expect(play.ask('other', say), say.kind).toEqual(play.ask('r5', say))
    expect(play.ask('other-monitor', say), say.kind).toEqual(notFound)
    expect(play.ask('r5', say, 'gamma.1.1'), say.kind).toEqual(notFound)
  }
})

test('CONFLICT-4 a recusal closes one application and no other', () => {
  const play = startPlay()
  play.must('other', certify, 'beta.1.1')
  playTo(play, 'ready')
  play.must('r5', recuse)
  expect(play.sees('other', 'beta.1.1')?.step).toBe('score')
})

test.for(['score', 'ready', 'revealed', 'voting', 'voted', 'signed', 'closed'] as const)(
  'CONFLICT-5 one can still recuse at the step %s',
  (step) => {
    const play = playTo(startPlay(), step)
    play.must('r1', recuse)
    expect(play.sees('r1')).toBeUndefined()
  },
)

test('CONFLICT-5 not once the review is locked: its record is fixed', () => {
  expect(code(playTo(startPlay(), 'locked'), 'r1', recuse)).toBe('out-of-turn')
})

test('CONFLICT-6 staff undo a recusal, with a reason; before the reveal the seat is as it was', () => {
  const play = playTo(startPlay(), 'ready')
  play.must('r1', recuse)
  expect(play.sees('r2')?.ready).toEqual({ count: 4, of: 4 })
  play.must('staff', clear('r1'))
  expect(play.sees('r2')?.ready).toEqual({ count: 5, of: 5 })
  expect(play.sees('r1')?.mine?.attestedAt).not.toBeNull()
})

test('CONFLICT-6 after the reveal the column returns, and the others sign again', () => {
  const play = playTo(startPlay(), 'revealed')
  play.must('r1', recuse)
  playTo(play, 'closed')
  play.must('staff', clear('r1'))
  expect(play.review().closed).toBeNull()
  expect(play.review().seats.filter(({ signed }) => signed)).toEqual([])
  expect(play.sees('r1')).toMatchObject({ step: 'discuss', room: { writable: true } })
})

test('CONFLICT-6 a seat whose form was not attested at the reveal cannot come back: it has not scored blind', () => {
  const play = startPlay()
  play.must('r1', recuse)
  playTo(play, 'revealed')
  expect(play.ask('staff', clear('r1'))).toEqual({
    refused: 'out-of-turn',
    sentence: 'The scores were revealed without this seat’s form. It cannot come back.',
  })
})

test('CONFLICT-6 the monitor’s recusal can be undone at any time before the lock', () => {
  const play = playTo(startPlay(), 'revealed')
  play.must('monitor', recuse)
  expect(code(play, 'monitor', close)).toBe('not-found')
  play.must('staff', clear('monitor'))
  expect(play.sees('monitor')?.progress).toHaveLength(6)
})

test('CONFLICT-7 staff decide only what was asked or recused', () => {
  const play = startPlay()
  const decided = (person: string, outcome: 'cleared' | 'recused') =>
    code(play, 'staff', { kind: 'conflict.decide', person, outcome, reason: 'So it is.' })
  expect([decided('r1', 'cleared'), decided('r1', 'recused')]).toEqual(['out-of-turn', 'out-of-turn'])
  play.must('r1', certify)
  play.must('r2', recuse)
  expect([decided('r1', 'recused'), decided('r2', 'recused')]).toEqual(['out-of-turn', 'out-of-turn'])
  for (const nobody of ['other', 'staff', 'nobody', 'constructor', '__proto__']) {
    expect(decided(nobody, 'cleared'), nobody).toBe('not-found')
  }
})

test('CONFLICT-7 nobody but staff decides, and staff answer no question of their own', () => {
  const play = startPlay()
  play.must('r1', askStaff)
  expect(['r2', 'monitor'].map((who) => code(play, who, clear('r1')))).toEqual(['not-yours', 'not-yours'])
  expect(code(play, 'staff', certify)).toBe('not-yours')
})

test('CONFLICT-8 a late recusal takes the column out of what the panel is shown and out of the mean', () => {
  const play = playTo(startPlay(), 'signed')
  play.must('r5', recuse)
  expect(play.sees('r1')?.panel?.map(({ seat }) => seat)).toEqual([1, 2, 3, 4])
  expect(play.review().seats.map(({ attested }) => attested !== null)).toEqual([true, true, true, true, true])
})

test('CONFLICT-8 and clears the signatures of the others and the close: they sign again', () => {
  const play = playTo(startPlay(), 'closed')
  play.must('r5', recuse)
  expect(play.review()).toMatchObject({ closed: null })
  expect(play.review().seats.filter(({ signed }) => signed)).toEqual([])
  expect([code(play, 'staff', lock), code(play, 'monitor', close)]).toEqual(['out-of-turn', 'out-of-turn'])
  playTo(play, 'locked')
  expect(play.review().lock.status).toBe('locked')
})

test('CONFLICT-8 the monitor’s recusal clears no signature: it is no column', () => {
  const play = playTo(startPlay(), 'signed')
  play.must('monitor', recuse)
  expect(play.review().seats.every(({ signed }) => signed)).toBe(true)
})

test('CONFLICT-9 clearing a "not sure" of an excused seat leaves an open vote as it is', () => {
  const play = startPlay()
  play.type('r2', fullForm(play.rubric, { answer: 'no' }))
  play.must('r1', askStaff)
  play.must('staff', excuse(1))
  playTo(play, 'voting')
  play.must('r2', ballot('no'))
  play.must('staff', clear('r1'))
  expect(play.sees('r2')?.vote).toMatchObject({ status: 'open', cast: 1 })
  expect([code(play, 'monitor', openVote), code(play, 'monitor', closeVote)]).toEqual(['out-of-turn', 'done'])
  expect(seatedOn(play)).toHaveLength(5)
})
