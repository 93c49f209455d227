import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide } from '../../shared/competition/decide.ts'
import { isRecused, type Competition, type Review } from '../../shared/competition/state.ts'
import { view } from '../../shared/competition/person-view.ts'
import type { Answer } from '../../shared/form/form-record.ts'
import { fullForm } from '../harness/full-form.ts'
import { anyElsewhere, elsewhere, elsewhereForLate, factsOf, type Elsewhere } from '../harness/other-world.ts'
import { anyHistory, playHistory, type History } from '../harness/pure-histories.ts'
import {
  alpha,
  askStaff,
  ballot,
  certify,
  excuse,
  finishLock,
  lock,
  oneOfEach,
  playTo,
  replace,
  startPlay,
  type Play,
  type PlayStep,
} from '../harness/pure-play.ts'
import { smallRubric } from '../harness/small-rubric.ts'

const observers = ['r1', 'r2', 'monitor', 'staff', 'official']

/** Everything that reaches a person: what they are shown, and how each of their commands is answered. */
function reaching(play: Play, state: Competition, who: string, turn: number): string {
  const person = play.person(who)
  const shown = view(state, play.rubric, person, factsOf(person, play.review().seats, turn))
  const answers = oneOfEach(play, who).map((say) => {
    const context = { person, rubric: play.rubric, record: play.form(who), summaries: {}, salt: () => 'salt' }
    const outcome = decide(state, { ...say, review: alpha }, context)
    return 'refused' in outcome ? outcome : 'done'
  })
  return JSON.stringify({ shown, answers })
}

/** Plays a history and compares both worlds for each observer wherever `when` says so; returns how often. */
function compareWorlds(
  history: History,
  other: Elsewhere,
  who: readonly string[],
  when: (review: Review) => boolean,
): number {
  let compared = 0
  playHistory(history, (play) => {
    if (!when(play.review())) return
    for (const observer of who) {
      const there = elsewhere(play.state(), play.person(observer), other)
      expect(reaching(play, there, observer, other.turn), observer).toBe(
        reaching(play, play.state(), observer, 0),
      )
      compared += 1
    }
  })
  return compared
}

/** Histories of at least two seats that begin at one of these steps, the first two determining yes and no. */
function from(...steps: readonly PlayStep[]): fc.Arbitrary<History> {
  return fc.tuple(anyHistory, fc.constantFrom(...steps)).map(([history, step]) => {
    const [form] = history.forms
    const answering = (answer: Answer) =>
      form && { ...form, determinations: fullForm(smallRubric, { answer }).determinations }
    const forms = [answering('yes'), answering('no'), ...history.forms.slice(1, 3)].filter(
      (each) => each !== undefined,
    )
    // With the first seat out of it the others may agree, and then there is no vote to look into.
    const first = ['voting', 'voted'].includes(step) ? 'sits' : history.first
    return { ...history, forms, first, step, moves: history.moves.slice(0, 15) }
  })
}

const runs = 60

function holds(
  histories: fc.Arbitrary<History>,
  who: readonly string[],
  when: (review: Review) => boolean,
): void {
  let compared = 0
  fc.assert(
    fc.property(histories, anyElsewhere, (history, other) => {
      compared += compareWorlds(history, other, who, when)
    }),
    { numRuns: runs },
  )
  expect(compared).toBeGreaterThanOrEqual(runs)
}

test(
  'BLIND-11 before the reveal nothing that reaches a reviewer depends on another’s form, standing or doings',
  { timeout: 60_000 },
  () => {
    holds(from('conflicts', 'score', 'ready'), ['r1', 'r2'], ({ revealed }) => !revealed)
  },
)

test(
  'BLIND-12 before the reveal nothing that reaches the monitor depends on what a form says',
  { timeout: 60_000 },
  () => {
    holds(from('conflicts', 'score', 'ready'), ['monitor'], ({ revealed }) => !revealed)
  },
)

test(
  'BLIND-13 before the lock nothing that reaches staff depends on points, texts, determinations or ballots',
  { timeout: 60_000 },
  () => {
    holds(
      from('ready', 'revealed', 'voting', 'voted', 'signed', 'closed'),
      ['staff'],
      (review) => review.lock.status !== 'locked',
    )
  },
)

test(
  'BLIND-14 while a vote is open nothing that reaches anybody depends on another’s ballot, or on whose are in',
  { timeout: 60_000 },
  () => {
    holds(from('voting'), observers, ({ vote }) => vote.status === 'open')
  },
)

test(
  'BLIND-15 after the reveal too what was written to staff reaches staff alone, and what came too late its author alone',
  { timeout: 60_000 },
  () => {
    holds(
      from('revealed', 'voted', 'signed', 'locked'),
      ['r1', 'r2', 'monitor'],
      ({ revealed }) => revealed !== null,
    )
  },
)

test(
  'BLIND-16 whoever is recused is reached by nothing, whatever has come about',
  { timeout: 60_000 },
  () => {
    let recused = 0
    fc.assert(
      fc.property(from('score', 'revealed', 'voting', 'signed', 'locked'), (history) => {
        playHistory({ ...history, first: 'recused' }, (play) => {
          for (const [who, { status }] of Object.entries(play.review().conflicts)) {
            if (status !== 'recused') continue
            recused += 1
            expect(play.view(who).reviews).toEqual([])
            const tried = oneOfEach(play, who).filter(({ kind }) => kind !== 'text.keep')
            expect(new Set(tried.map((say) => play.ask(who, say)?.refused))).toEqual(new Set(['not-found']))
          }
        })
      }),
      { numRuns: runs },
    )
    expect(recused).toBeGreaterThanOrEqual(runs)
  },
)

/** Those who may agree with a summary do. */
const agreeing: History['moves'] = [
  { who: 'r2', summarize: 'They differ.' },
  { who: 'r1', press: 'agree' },
  { who: 'r2', press: 'agree' },
]

/** All that the journal is chained and texts are found by. */
function hashesOf(play: Play): readonly string[] {
  const references = play
    .events()
    .flatMap((event) => [
      event.previous,
      ...(JSON.stringify(event).match(/(?<="text":")[0-9a-f]{64}/g) ?? []),
    ])
  return [play.state().head, ...references]
}

/** What a seat agreed to is told as the hash of a text and of scores that whoever is told reads in the room. */
const agreedHash = /"hash":"[0-9a-f]{64}"/g

test(
  'BLIND-17 no view holds a hash, a reference or a version of the journal before the lock',
  { timeout: 60_000 },
  () => {
    let agreed = 0
    fc.assert(
      fc.property(from('score', 'ready', 'revealed', 'voting', 'closed'), (history) => {
        playHistory({ ...history, moves: [...agreeing, ...history.moves] }, (play) => {
          if (play.review().lock.status === 'locked') return
          const person = (who: string) => play.person(who)
          const hashes = hashesOf(play)
          for (const who of observers.filter((id) => play.review().seats.length > 1 || id !== 'r2')) {
            const shown = JSON.stringify(
              view(play.state(), play.rubric, person(who), { ...play.facts, text: () => 'a text' }),
            )
            agreed += shown.match(agreedHash)?.length ?? 0
            expect(shown.replaceAll(agreedHash, '')).not.toMatch(
              /[0-9a-f]{64}|"version"|"head"|"by":"(r\d|server)"/,
            )
            expect(hashes.filter((hash) => shown.includes(hash))).toEqual([])
          }
        })
      }),
      { numRuns: 40 },
    )
    expect(agreed).toBeGreaterThan(0)
  },
)

test(
  'SEAT-6 whoever takes a seat after the reveal scores blind first: nothing that reaches them depends on what the panel has come to',
  { timeout: 60_000 },
  () => {
    let compared = 0
    fc.assert(
      fc.property(from('revealed', 'voting', 'voted', 'signed'), anyElsewhere, (history, other) => {
        playHistory({ ...history, standIn: 'certified' }, (play) => {
          const { seats, lock: locked } = play.review()
          const late = seats.find((seat) => seat.person === 'spare')
          if (!late || late.attested || locked.status !== 'open' || isRecused(play.review(), 'spare')) return
          const there = elsewhereForLate(play.state(), play.person('spare'), other)
          expect(reaching(play, there, 'spare', other.turn)).toBe(reaching(play, play.state(), 'spare', 0))
          compared += 1
        })
      }),
      { numRuns: runs },
    )
    expect(compared).toBeGreaterThanOrEqual(runs)
  },
)

test('SEAT-6 their own form is what they are shown, and of the panel a count', () => {
  const play = playTo(startPlay(), 'revealed')
  play.must('staff', excuse(1))
  play.must('staff', replace(1))
  play.must('spare', certify)
  expect(play.sees('spare')).toMatchObject({
    step: 'score',
    room: null,
    discussion: null,
    summary: null,
    panel: null,
    vote: null,
    revealed: null,
    mine: { seat: 6, form: { writable: true } },
  })
  expect(JSON.stringify(play.view('spare'))).not.toMatch(/[0-9a-f]{64}|Reviewer \d/)
})

test('BLIND-18 a list of reviews holds those of one’s own panels and no others; staff have all', () => {
  const play = startPlay()
  const shown = (who: string) => play.view(who).reviews.map(({ id }) => id)
  expect(['r1', 'monitor', 'other', 'other-monitor', 'staff'].map(shown)).toEqual([
    [alpha],
    [alpha],
    ['beta.1.1'],
    ['beta.1.1'],
    [alpha, 'beta.1.1'],
  ])
})

/** Two plays that differ only in what r2 has done. */
function apart(points: number, change: (play: Play) => void = () => undefined): Play {
  const play = startPlay()
  play.type('r2', fullForm(play.rubric, { points: { '(E)(1)': points }, answer: 'no' }))
  change(play)
  return play
}

function same(who: string, plays: readonly Play[]): boolean {
  return new Set(plays.map((play) => JSON.stringify(play.view(who)))).size === 1
}

test('BLIND-19 before the reveal two panels that differ in one score look the same to all others', () => {
  const plays = [5, 10].map((points) => playTo(apart(points), 'ready'))
  expect(['r1', 'r2', 'monitor', 'staff'].filter((who) => !same(who, plays))).toEqual([])
})

test('BLIND-19 after the reveal they do not look the same to panel and monitor, and still do to staff', () => {
  const plays = [5, 10].map((points) => playTo(apart(points), 'revealed'))
  expect(['r1', 'r2', 'monitor', 'staff'].filter((who) => same(who, plays))).toEqual(['staff'])
})

test('BLIND-19 an open vote looks the same whatever r2 votes; once closed it does not, but to staff', () => {
  const voting = (answer: 'yes' | 'no') =>
    apart(5, (play) => {
      playTo(play, 'voting')
      play.must('r2', ballot(answer, 'Reasons.'))
    })
  const others = ['r1', 'r3', 'monitor', 'staff']
  const open = [voting('yes'), voting('no')]
  expect(others.filter((who) => !same(who, open))).toEqual([])
  open.forEach((play) => playTo(play, 'voted'))
  expect(others.filter((who) => same(who, open))).toEqual(['staff'])
})

test('BLIND-19 to staff, panels that agree and that differ on STEM look the same while nobody has signed', () => {
  const plays = (['yes', 'no'] as const).map((answer) => {
    const play = startPlay()
    play.type('r2', fullForm(play.rubric, { answer }))
    return playTo(play, 'revealed')
  })
  expect(same('staff', plays)).toBe(true)
  expect(same('monitor', plays)).toBe(false)
})

test('BLIND-19 the lock shows staff what stood', () => {
  const plays = [5, 10].map((points) => playTo(apart(points), 'closed'))
  expect(same('staff', plays)).toBe(true)
  for (const play of plays) {
    play.must('staff', lock)
    finishLock(play)
  }
  expect(same('staff', plays)).toBe(false)
})

test('BLIND-20 a peer who is excused, or asks staff, changes the count and names nobody', () => {
  const before = playTo(startPlay(), 'score', ['r4', 'r5'])
  const asked = playTo(startPlay(), 'score', ['r4', 'r5'])
  asked.must('r5', askStaff)
  expect(same('r1', [before, asked])).toBe(true)
  before.must('staff', excuse(4))
  asked.must('staff', excuse(5))
  expect(same('r1', [before, asked])).toBe(true)
})
