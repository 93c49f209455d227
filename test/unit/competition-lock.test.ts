import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lockedRecord, recordHash } from '../../shared/competition/locked-record.ts'
import { findReview, seatOf } from '../../shared/competition/state.ts'
import { applicationTotal } from '../../shared/competition/totals.ts'
import { formTotal } from '../../shared/form/form-record.ts'
import { canonicalJson } from '../../shared/record/canonical.ts'
import { shownMean } from '../../shared/scoring/shown-mean.ts'
import { anyFullForm, fullForm, sumOfTotals, withReasons } from '../harness/full-form.ts'
import {
  alpha,
  excuse,
  finishLock,
  keepText,
  lock,
  oneOfEach,
  playTo,
  recuse,
  startPlay,
  type Play,
  type Say,
} from '../harness/pure-play.ts'
import { smallRubric } from '../harness/small-rubric.ts'

function recordOf(play: Play) {
  return lockedRecord(play.state(), play.review(), play.rubric)
}

/** What did not count is kept and put away after the lock as well, and questions concern every panel. */
const stillTaken: readonly string[] = [
  'text.keep',
  'text.settle',
  'question.answer',
  'absolute.decide',
  'tier.open',
]
const everybody = ['r1', 'r5', 'monitor', 'staff', 'official']

test('LOCK-1 the lock is begun by staff and finished with the hash of the record', () => {
  const play = playTo(startPlay(), 'closed')
  play.must('staff', lock)
  expect(play.sees('r1')).toMatchObject({ step: 'locked', lock: { status: 'started', recordHash: null } })
  const hash = recordHash(recordOf(play))
  finishLock(play)
  expect(play.sees('r1')).toMatchObject({
    step: 'locked',
    lock: { status: 'locked', by: 'Program staff', recordHash: hash },
  })
})

test('LOCK-1 only staff begin it, and only once', () => {
  const play = playTo(startPlay(), 'closed')
  for (const who of ['r1', 'monitor']) expect(play.ask(who, lock)?.refused, who).toBe('not-yours')
  play.must('staff', lock)
  expect(play.ask('staff', lock)?.refused).toBe('out-of-turn')
})

test.each(['started', 'locked'])(
  'LOCK-2 once the lock is %s nothing changes any more, whoever tries what',
  (status) => {
    const play = playTo(startPlay(), 'closed')
    play.must('staff', lock)
    if (status === 'locked') finishLock(play)
    for (const who of everybody) {
      for (const say of oneOfEach(play, who).filter(({ kind }) => !stillTaken.includes(kind))) {
        expect(play.ask(who, say)?.sentence, `${who} ${say.kind}`).toBe(
          'This review is locked. Nothing in it changes any more.',
        )
      }
    }
  },
)

test('LOCK-3 what was typed too late is kept for its author, counts for nothing, and the record stays as it was', () => {
  const play = playTo(startPlay(), 'locked')
  const before = canonicalJson(recordOf(play))
  play.must('r1', keepText)
  expect(play.sees('r1')?.mine?.notCounted.map(({ field, text }) => [field, text])).toEqual([
    ['strengths:(B)(1)', 'Typed too late.'],
  ])
  expect(canonicalJson(recordOf(play))).toBe(before)
  for (const who of ['r2', 'monitor']) expect(JSON.stringify(play.view(who))).not.toContain('Typed too late.')
})

test('LOCK-9 what was typed too late is a count for staff before the lock, and can be read from then on', () => {
  const play = playTo(startPlay(), 'revealed')
  const late = (who: string) => play.sees(who)?.progress?.[0]?.notCounted
  play.must('r1', keepText)
  expect(late('staff')).toEqual({ count: 1, texts: null })
  playTo(play, 'closed').must('staff', lock)
  expect(late('staff')).toEqual({ count: 1, texts: null })
  finishLock(play)
  expect(late('staff')).toMatchObject({
    count: 1,
    texts: [{ field: 'strengths:(B)(1)', text: 'Typed too late.' }],
  })
  expect(late('monitor')).toBeNull()
})

test('LOCK-3 two hundred pieces stand on one seat’s list, no more', () => {
  const play = playTo(startPlay(), 'locked')
  for (let piece = 0; piece < 200; piece += 1) play.must('r1', keepText)
  expect(play.ask('r1', keepText)?.refused).toBe('too-many')
  expect(play.ask('r2', keepText)).toBeNull()
  const [first] = play.sees('r1')?.mine?.notCounted ?? []
  play.must('r1', { kind: 'text.settle', kept: first?.id ?? 0 })
  expect(play.ask('r1', keepText)).toBeNull()
})

test('LOCK-3 who has no seat has nothing to keep, but for what the monitor typed into a summary of the panel', () => {
  const play = playTo(startPlay(), 'locked')
  expect([play.send('monitor', keepText)?.refused, play.send('staff', keepText)?.refused]).toEqual([
    'malformed',
    'not-yours',
  ])
  play.must('monitor', { kind: 'text.keep', field: 'summary:(B)(1)', text: 'Typed too late.' })
  const [kept] = play.sees('monitor')?.monitorNotCounted ?? []
  expect(kept).toMatchObject({ field: 'summary:(B)(1)', text: 'Typed too late.' })
  for (const who of ['r1', 'official'])
    expect(JSON.stringify(play.view(who))).not.toContain('Typed too late.')
  play.must('monitor', { kind: 'text.settle', kept: kept?.id ?? 0 })
  expect(play.sees('monitor')?.monitorNotCounted).toEqual([])
})

test('LOCK-4 the record holds every seat with its standing and its signed form, the vote, the mean and the total', () => {
  const play = startPlay()
  ;[10, 5, 0, 10, 5].forEach((points, at) =>
    play.type(
      `r${at + 1}`,
      fullForm(play.rubric, { points: { '(E)(1)': points }, answer: at < 3 ? 'yes' : 'no' }),
    ),
  )
  play.must('r5', recuse)
  play.must('staff', excuse(4))
  playTo(play, 'locked')
  expect(recordOf(play)).toMatchObject({
    competition: 'trial',
    review: alpha,
    application: 'alpha',
    tier: 1,
    round: 1,
    rubric: 'a'.repeat(64),
    seats: [
      { seat: 1, standing: 'sitting', criteriaPoints: 74 },
      { seat: 2, standing: 'sitting', criteriaPoints: 69 },
      { seat: 3, standing: 'sitting', criteriaPoints: 64 },
      { seat: 4, standing: 'excused', criteriaPoints: null, form: null },
      { seat: 5, standing: 'recused', criteriaPoints: null, form: null },
    ],
    stem: { priority: 'P2', outcome: { seats: 4, yes: 3, no: 0, needed: 3, awarded: true }, points: 15 },
    mean: { sum: 207, count: 3 },
    total: { sum: 252, count: 3 },
  })
})

test('LOCK-4 a form stands in it as it was signed, and that of a seat recused or excused after the reveal does not', () => {
  const play = playTo(startPlay({ seats: 3 }), 'revealed')
  play.type('r1', withReasons(fullForm(play.rubric, { points: { '(E)(1)': 5 } }), play.form('r1')))
  playTo(play, 'signed')
  play.must('staff', excuse(2))
  play.must('r3', recuse)
  const { seats, mean } = recordOf(playTo(play, 'locked'))
  expect(seats.map(({ standing, criteriaPoints }) => [standing, criteriaPoints])).toEqual([
    ['sitting', 69],
    ['excused', null],
    ['recused', null],
  ])
  expect(seats.map(({ form }) => form?.scores['(E)(1)'])).toEqual([5, undefined, undefined])
  expect(mean).toEqual({ sum: 69, count: 1 })
})

test('LOCK-4 its total can be recomputed from its own forms and vote, for any panel', () => {
  fc.assert(
    fc.property(fc.array(anyFullForm(smallRubric), { minLength: 1, maxLength: 5 }), (forms) => {
      const play = startPlay({ seats: forms.length })
      forms.forEach((form, at) => play.type(`r${at + 1}`, form))
      const { seats, stem, mean, total } = recordOf(playTo(play, 'locked'))
      const yes = forms.filter(({ determinations }) => determinations['P2']?.answer === 'yes').length
      const points = 2 * yes > forms.length ? 15 : 0
      expect(seats.map(({ criteriaPoints }) => criteriaPoints)).toEqual(
        forms.map((form) => formTotal(play.rubric, form)),
      )
      expect(stem?.points).toBe(points)
      expect(mean).toEqual({ sum: sumOfTotals(play.rubric, forms), count: forms.length })
      expect(total).toEqual({
        sum: sumOfTotals(play.rubric, forms) + points * forms.length,
        count: forms.length,
      })
    }),
    { numRuns: 40 },
  )
})

test('LOCK-5 the hash changes with every number in the record, and with nothing else', () => {
  const play = playTo(startPlay(), 'locked')
  const record = recordOf(play)
  const altered = [
    { ...record, tier: 2 },
    { ...record, mean: { ...record.mean, sum: record.mean.sum + 1 } },
    { ...record, stem: null },
    { ...record, seats: record.seats.slice(1) },
  ]
  expect(new Set([record, ...altered].map(recordHash)).size).toBe(5)
  play.must('r1', keepText)
  expect(recordHash(recordOf(play))).toBe(recordHash(record))
})

test('LOCK-6 a review without a total has no record', () => {
  const play = playTo(startPlay(), 'revealed')
  expect(() => recordOf(play)).toThrow('alpha.1.1 has no total yet.')
  expect(findReview(play.state(), 'gamma.1.1')).toBeUndefined()
  expect(() => seatOf(play.review(), 9)).toThrow('alpha.1.1 has no seat 9.')
})

test('LOCK-7 the total is shown to staff alone, and not before the lock is finished', () => {
  const play = playTo(startPlay(), 'closed')
  play.must('staff', lock)
  expect(play.sees('staff')?.lock).toMatchObject({ status: 'started', total: null })
  finishLock(play)
  expect(play.sees('staff')?.lock?.total).toEqual(applicationTotal(play.state(), play.review(), play.rubric))
  for (const who of ['r1', 'monitor']) expect(play.sees(who)?.lock?.total, who).toBeNull()
})

test('LOCK-8 staff are shown the room, the columns and the vote from the lock on', () => {
  const play = playTo(startPlay(), 'closed')
  expect(play.sees('staff')).toMatchObject({ room: null, panel: null, vote: null })
  playTo(play, 'locked')
  expect(play.sees('staff')?.panel).toHaveLength(5)
  expect(play.sees('staff')).toMatchObject({ room: { writable: false }, vote: { status: 'agreed' } })
})

test('SCORE-7 an application has no total until every sitting seat has signed', () => {
  const play = playTo(startPlay(), 'revealed')
  const total = () => applicationTotal(play.state(), play.review(), play.rubric)
  expect(total()).toBeNull()
  playTo(play, 'signed')
  expect(total()?.total).toEqual({ sum: 5 * 89, count: 5 })
  const takeBack: Say = { kind: 'column.takeBack' }
  play.must('r1', takeBack)
  expect(total()).toBeNull()
})

test('SCORE-7 means divide by the signed forms: excused and recused seats are out of them', () => {
  const play = startPlay()
  ;[10, 10, 5, 0, 0].forEach((points, at) =>
    play.type(`r${at + 1}`, fullForm(play.rubric, { points: { '(E)(1)': points }, answer: 'no' })),
  )
  play.must('r4', recuse)
  playTo(play, 'signed')
  play.must('staff', excuse(5))
  const total = applicationTotal(play.state(), play.review(), play.rubric)
  expect(total?.criteria).toEqual({ sum: 74 + 74 + 69, count: 3 })
  expect(total && shownMean({}, total.total)).toBe('72.3')
})

test('SCORE-8 the STEM points go to the application once, and to no form', () => {
  const play = playTo(startPlay(), 'locked')
  expect(play.review().seats.map(({ signed }) => signed && formTotal(play.rubric, signed.record))).toEqual([
    74, 74, 74, 74, 74,
  ])
  expect(applicationTotal(play.state(), play.review(), play.rubric)).toEqual({
    criteria: { sum: 370, count: 5 },
    stem: 15,
    total: { sum: 445, count: 5 },
  })
})

test('SCORE-8 a rubric without such a priority adds nothing', () => {
  const rubric = {
    ...smallRubric,
    priorities: smallRubric.priorities.filter(({ kind }) => kind !== 'competitive'),
  }
  const play = playTo(startPlay({ rubric }), 'locked')
  expect(applicationTotal(play.state(), play.review(), rubric)).toMatchObject({
    stem: 0,
    total: { sum: 370, count: 5 },
  })
  expect(recordOf(play).stem).toBeNull()
  expect(play.sees('r1')?.vote).toBeNull()
})
