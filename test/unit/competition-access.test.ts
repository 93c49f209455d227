import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayRead, mayReadApplication, mayWrite } from '../../shared/competition/access.ts'
import {
  columnFields,
  determinationField,
  formFields,
  inColumn,
  reasonsField,
} from '../../shared/form/fields.ts'
import { summaryField } from '../../shared/form/summary.ts'
import type { DocumentKey } from '../../shared/protocol/names.ts'
import { fullForm } from '../harness/full-form.ts'
import { anyHistory, playHistory } from '../harness/pure-histories.ts'
import {
  alpha,
  askStaff,
  attest,
  close,
  closeVote,
  excuse,
  finishLock,
  letGoOn,
  lock,
  openVote,
  playTo,
  recuse,
  reveal,
  sign,
  startPlay,
  type Play,
} from '../harness/pure-play.ts'
import { smallRubric } from '../harness/small-rubric.ts'

/**
 * `–` there is nothing there for them · `reads` it is somebody else's · `closed` it is their own and takes nothing (more) ·
 * `writes`. The owner is the first to be ready and to sign; the co-panelist is ready only at the reveal and signs only at the
 * close. Who is unsure, has not certified or is excused was excused before the reveal, since the panel would wait for them.
 */
const table = `
who               | what                    | conflicts | score  | ready  | revealed | voting | signed | closed | locked
owner             | own form                | –         | writes | closed | closed   | closed | closed | closed | closed
owner             | other form              | –         | –      | –      | –        | –      | –      | –      | –
owner             | own notes               | –         | writes   | writes | writes   | writes | writes | writes | writes
owner             | other notes             | –         | –        | –      | –        | –      | –      | –      | –
owner             | own column              | –         | –      | –      | writes   | writes | closed | closed | closed
owner             | STEM in own column      | –         | –      | –      | closed   | closed | closed | closed | closed
owner             | other column            | –         | –      | –      | reads    | reads  | reads  | reads  | reads
owner             | panel summary           | –         | –        | –      | writes   | writes | writes | closed | closed
co-panelist       | own form                | –         | writes | writes | closed   | closed | closed | closed | closed
co-panelist       | other form              | –         | –      | –      | –        | –      | –      | –      | –
co-panelist       | own notes               | –         | writes   | writes | writes   | writes | writes | writes | writes
co-panelist       | other notes             | –         | –        | –      | –        | –      | –      | –      | –
co-panelist       | own column              | –         | –      | –      | writes   | writes | writes | closed | closed
co-panelist       | STEM in own column      | –         | –      | –      | closed   | closed | closed | closed | closed
co-panelist       | other column            | –         | –      | –      | reads    | reads  | reads  | reads  | reads
co-panelist       | panel summary           | –         | –        | –      | writes   | writes | writes | closed | closed
recused           | own form                | –         | –      | –      | –        | –      | –      | –      | –
recused           | other form              | –         | –      | –      | –        | –      | –      | –      | –
recused           | own notes               | –         | –        | –      | –        | –      | –      | –      | –
recused           | other notes             | –         | –        | –      | –        | –      | –      | –      | –
recused           | own column              | –         | –      | –      | –        | –      | –      | –      | –
recused           | STEM in own column      | –         | –      | –      | –        | –      | –      | –      | –
recused           | other column            | –         | –      | –      | –        | –      | –      | –      | –
recused           | panel summary           | –         | –        | –      | –        | –      | –      | –      | –     
unsure            | own form                | –         | –      | –      | –        | –      | –      | –      | –
unsure            | other form              | –         | –      | –      | –        | –      | –      | –      | –
unsure            | own notes               | –         | –        | –      | –        | –      | –      | –      | –
unsure            | other notes             | –         | –        | –      | –        | –      | –      | –      | –
unsure            | own column              | –         | –      | –      | –        | –      | –      | –      | –
unsure            | STEM in own column      | –         | –      | –      | –        | –      | –      | –      | –
unsure            | other column            | –         | –      | –      | –        | –      | –      | –      | –
unsure            | panel summary           | –         | –        | –      | –        | –      | –      | –      | –     
not yet certified | own form                | –         | –      | –      | –        | –      | –      | –      | –
not yet certified | other form              | –         | –      | –      | –        | –      | –      | –      | –
not yet certified | own notes               | –         | –        | –      | –        | –      | –      | –      | –
not yet certified | other notes             | –         | –        | –      | –        | –      | –      | –      | –
not yet certified | own column              | –         | –      | –      | –        | –      | –      | –      | –
not yet certified | STEM in own column      | –         | –      | –      | –        | –      | –      | –      | –
not yet certified | other column            | –         | –      | –      | –        | –      | –      | –      | –
not yet certified | panel summary           | –         | –        | –      | –        | –      | –      | –      | –     
excused           | own form                | –         | closed | closed | closed   | closed | closed | closed | closed
excused           | other form              | –         | –      | –      | –        | –      | –      | –      | –
excused           | own notes               | –         | writes   | writes | writes   | writes | writes | writes | writes
excused           | other notes             | –         | –        | –      | –        | –      | –      | –      | –
excused           | own column              | –         | –      | –      | closed   | closed | closed | closed | closed
excused           | STEM in own column      | –         | –      | –      | closed   | closed | closed | closed | closed
excused           | other column            | –         | –      | –      | reads    | reads  | reads  | reads  | reads
excused           | panel summary           | –         | –        | –      | closed   | closed | closed | closed | closed
monitor           | other form              | –         | –      | –      | –        | –      | –      | –      | –
monitor           | other notes             | –         | –        | –      | –        | –      | –      | –      | –
monitor           | other column            | –         | –      | –      | reads    | reads  | reads  | reads  | reads
monitor           | panel summary           | –         | –        | –      | writes   | writes | writes | closed | closed
staff             | other form              | –         | –      | –      | –        | –      | –      | –      | –
staff             | other notes             | –         | –        | –      | –        | –      | –      | –      | –
staff             | other column            | –         | –      | –      | –        | –      | –      | –      | reads
staff             | panel summary           | –         | –        | –      | –        | –      | –      | –      | closed
official          | other form              | –         | –      | –      | –        | –      | –      | –      | –
official          | other notes             | –         | –      | –      | –        | –      | –      | –      | –
official          | other column            | –         | –      | –      | –        | –      | –      | –      | –
official          | panel summary           | –         | –      | –      | –        | –      | –      | –      | –
of another panel  | other form              | –         | –      | –      | –        | –      | –      | –      | –
of another panel  | other notes             | –         | –        | –      | –        | –      | –      | –      | –
of another panel  | other column            | –         | –      | –      | –        | –      | –      | –      | –
of another panel  | panel summary           | –         | –        | –      | –        | –      | –      | –      | –     
`

const [head, ...lines] = table
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
const steps = (head ?? []).slice(2)

/** Who is who: the person, their seat, and the seat that is another's to them. */
const cast: Readonly<
  Record<string, { readonly person: string; readonly own: number; readonly other: number }>
> = {
  owner: { person: 'r1', own: 1, other: 2 },
  'co-panelist': { person: 'r2', own: 2, other: 1 },
  recused: { person: 'r3', own: 3, other: 1 },
  unsure: { person: 'r4', own: 4, other: 1 },
  'not yet certified': { person: 'r5', own: 5, other: 1 },
  excused: { person: 'r6', own: 6, other: 1 },
  monitor: { person: 'monitor', own: 0, other: 1 },
  staff: { person: 'staff', own: 0, other: 1 },
  official: { person: 'official', own: 0, other: 1 },
  'of another panel': { person: 'other', own: 0, other: 1 },
}

const room: DocumentKey = { competition: 'trial', review: alpha, kind: 'room' }
const notesOf = (seat: number): DocumentKey => ({ competition: 'trial', review: alpha, kind: 'notes', seat })
const formOf = (seat: number): DocumentKey => ({ competition: 'trial', review: alpha, kind: 'form', seat })

function rootOf(
  what: string,
  { own, other }: { own: number; other: number },
): readonly [DocumentKey, string] {
  if (what === 'own form') return [formOf(own), 'scores']
  if (what === 'other form') return [formOf(other), 'scores']
  if (what === 'own notes') return [notesOf(own), 'highlights']
  if (what === 'other notes') return [notesOf(other), 'highlights']
  if (what === 'own column') return [room, inColumn(own, 'scores')]
  if (what === 'STEM in own column') return [room, inColumn(own, determinationField('P2'))]
  if (what === 'other column') return [room, inColumn(other, 'scores')]
  if (what === 'panel summary') return [room, summaryField('(E)(1)')]
  throw new Error(`The table knows no ${what}.`)
}

/** A review at each of the table's steps. */
function playsByStep(): Readonly<Record<string, Play>> {
  const reached: Record<string, Play> = {}
  for (const step of steps) {
    const play = startPlay({ seats: 6 })
    play.type('r1', fullForm(smallRubric, { answer: 'no' }))
    play.must('r3', recuse)
    play.must('r4', askStaff)
    if (step !== 'conflicts') toStep(play, step)
    reached[step] = play
  }
  return reached
}

function toStep(play: Play, step: string): void {
  playTo(play, 'score', ['r5'])
  for (const seat of [4, 5, 6]) play.must('staff', excuse(seat))
  const doings: readonly (readonly [string, () => void])[] = [
    ['score', () => undefined],
    ['ready', () => play.must('r1', attest(play, 'r1'))],
    [
      'revealed',
      () => {
        play.must('r2', attest(play, 'r2'))
        letGoOn(play)
        play.must('monitor', reveal)
      },
    ],
    ['voting', () => play.must('monitor', openVote)],
    [
      'signed',
      () => {
        play.must('monitor', closeVote)
        play.must('r1', sign(play, 'r1'))
      },
    ],
    [
      'closed',
      () => {
        play.must('r2', sign(play, 'r2'))
        play.must('monitor', close)
      },
    ],
    [
      'locked',
      () => {
        play.must('staff', lock)
        finishLock(play)
      },
    ],
  ]
  for (const [name, act] of doings) {
    act()
    if (name === step) return
  }
  throw new Error(`Nobody knows how to come to ${step}.`)
}

function cell(play: Play, who: string, what: string): string {
  const part = cast[who]
  if (!part) throw new Error(`The table knows nobody called ${who}.`)
  const [key, root] = rootOf(what, part)
  const person = play.person(part.person)
  const writing = mayWrite(play.state(), smallRubric, person, key, root)
  if (!mayRead(play.state(), person, key)) return writing === 'notYours' ? '–' : `unseen, and ${writing}`
  return { yes: 'writes', notYours: 'reads', readOnly: 'closed', offRule: 'off rule' }[writing]
}

const plays = playsByStep()

test.for(lines)('ACCESS-1 %s, %s: %s, %s, %s, %s, %s, %s, %s, %s', ([who = '', what = '', ...expected]) => {
  const found = steps.map((step) => {
    const play = plays[step]
    return play ? cell(play, who, what) : 'no such step'
  })
  expect(found).toEqual(expected)
})

test('ACCESS-1 the table names each role, and each document that the role could ask for', () => {
  const named = (role: string) => lines.filter(([who]) => who === role).map(([, what]) => what)
  expect(new Set(lines.map(([who]) => who))).toEqual(new Set(Object.keys(cast)))
  for (const [role, { own }] of Object.entries(cast))
    expect(named(role), role).toHaveLength(own === 0 ? 4 : 8)
})

test('ACCESS-2 a root that neither form nor column has is off the rule, wherever it is written', () => {
  const before = playTo(startPlay(), 'score')
  const after = playTo(startPlay(), 'revealed')
  const writes = (play: Play, key: DocumentKey, root: string) =>
    mayWrite(play.state(), smallRubric, play.person('r1'), key, root)
  for (const root of [
    '',
    'notes',
    'r1/scores',
    'changes',
    'line:(E)(1)',
    'strengths:(Z)(9)',
    'elements:(E)(1)',
    'reasons:P3',
  ]) {
    expect(writes(before, formOf(1), root), root).toBe('offRule')
  }
  for (const root of [
    '',
    'scores',
    'r0/scores',
    'r1/notes',
    'r1/r1/scores',
    'r1/elements:(E)(1)',
    'summary:(Z)(9)',
    'r1/summary:(E)(1)',
    'minority:(E)(1)',
  ]) {
    expect(writes(after, room, root), root).toBe('offRule')
  }
})

test('ACCESS-2 every field of a form and of a column has its writer, but for the voted priority after the reveal', () => {
  const before = playTo(startPlay(), 'score')
  const after = playTo(startPlay(), 'revealed')
  const person = before.person('r1')
  const inForm = [...formFields(smallRubric).keys()].map((root) =>
    mayWrite(before.state(), smallRubric, person, formOf(1), root),
  )
  expect(new Set(inForm)).toEqual(new Set(['yes']))
  const kept = [...columnFields(smallRubric).keys()].filter(
    (field) => mayWrite(after.state(), smallRubric, person, room, inColumn(1, field)) !== 'yes',
  )
  expect(kept).toEqual([determinationField('P2'), reasonsField('P2')])
})

test('ACCESS-3 a document of another competition, of another review or of no seat is nobody’s', () => {
  const play = playTo(startPlay(), 'locked')
  const keys: readonly DocumentKey[] = [
    { ...room, competition: 'rehearsal-2' },
    { ...room, review: 'alpha.1.2' },
    { ...room, review: 'gamma.1.1' },
    formOf(7),
  ]
  for (const who of ['r1', 'r2', 'monitor', 'staff', 'other']) {
    expect(keys.filter((key) => mayRead(play.state(), play.person(who), key))).toEqual([])
  }
})

test('ACCESS-4 whatever has come about: who writes reads, a root has one writer, and it is in the writer’s own place', () => {
  const people = ['r1', 'r2', 'r3', 'r4', 'monitor', 'staff', 'other', 'other-monitor']
  const places: readonly (readonly [DocumentKey, number, string])[] = [1, 2, 3, 4].flatMap((seat) => [
    [formOf(seat), seat, 'scores'] as const,
    [room, seat, inColumn(seat, 'scores')] as const,
  ])
  fc.assert(
    fc.property(anyHistory, (history) => {
      playHistory(history, (play) => {
        const state = play.state()
        const there = people.filter((who) => state.people.some(({ id }) => id === who))
        for (const [key, seat, root] of places) {
          const writers = there.filter(
            (who) => mayWrite(state, smallRubric, play.person(who), key, root) === 'yes',
          )
          expect(writers.every((who) => mayRead(state, play.person(who), key))).toBe(true)
          expect(writers.filter((who) => who !== `r${seat}`)).toEqual([])
          if (play.review().lock.status !== 'open') expect(writers).toEqual([])
        }
      })
    }),
    { numRuns: 40 },
  )
})

test('ACCESS-5 what a page is told it may write is what the gate lets through', () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      playHistory(history, (play) => {
        for (const { person: who, number } of play.review().seats) {
          const shown = play.sees(who)
          const lets = (key: DocumentKey, root: string) =>
            mayWrite(play.state(), smallRubric, play.person(who), key, root) === 'yes'
          expect(shown?.mine?.form.writable ?? false).toBe(lets(formOf(number), 'scores'))
          expect(shown?.room?.writable ?? false).toBe(lets(room, inColumn(number, 'scores')))
          expect(shown?.room !== null && shown !== undefined).toBe(
            mayRead(play.state(), play.person(who), room),
          )
        }
      })
    }),
    { numRuns: 40 },
  )
})

test('ACCESS-6 an application’s text is open to its certified reviewers and monitor, and to staff', () => {
  const play = plays['revealed']
  if (!play) throw new Error('The table has no step called revealed.')
  const open = Object.entries(cast).filter(([, { person }]) =>
    mayReadApplication(play.state(), play.person(person), 'alpha'),
  )
  expect(open.map(([who]) => who)).toEqual(['owner', 'co-panelist', 'excused', 'monitor', 'staff'])
  expect(mayReadApplication(play.state(), play.person('staff'), 'gamma')).toBe(false)
})

test('ACCESS-7 a recusal ends all reading and writing at once', () => {
  const play = playTo(startPlay(), 'revealed')
  play.must('r1', recuse)
  const person = play.person('r1')
  expect([room, formOf(1)].map((key) => mayRead(play.state(), person, key))).toEqual([false, false])
  expect(mayWrite(play.state(), smallRubric, person, room, inColumn(1, 'scores'))).toBe('notYours')
  expect(mayReadApplication(play.state(), person, 'alpha')).toBe(false)
})
