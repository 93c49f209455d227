import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rulesOf } from '../../shared/competition/rules.ts'
import { rowsOf } from '../../shared/rubric/rubric.ts'
import { disagreement, widestFirst } from '../../shared/statistics/disagreement.ts'
import { anyFullForm, fullForm } from '../harness/full-form.ts'
import { alpha, excuse, playTo, recuse, startPlay, type Play, type Say } from '../harness/pure-play.ts'
import { smallRubric } from '../harness/small-rubric.ts'

const order = (by: 'spread' | 'rubric' | 'random', seed?: string): Say => ({
  kind: 'agenda.order',
  by,
  ...(seed !== undefined && { seed }),
})
const arrange = (...items: readonly (readonly [row: string, minutes: number])[]): Say => ({
  kind: 'agenda.arrange',
  items: items.map(([row, minutes]) => ({ row, minutes })),
})
const items = (play: Play) => play.sees('r1')?.discussion?.agenda?.items.map(({ row }) => row)

/** Five who differ most on (E)(1), less on (B)(1)(i), and agree on the rest. */
function divided(): Play {
  const play = startPlay()
  ;[0, 5, 10, 10, 10].forEach((points, at) =>
    play.type(
      `r${at + 1}`,
      fullForm(play.rubric, { points: { '(E)(1)': points, '(B)(1)(i)': 20 - at * 2 } }),
    ),
  )
  return playTo(play, 'revealed')
}

test('TALK-1 by spread the agenda holds the flagged rows of the scores in the journal, the widest first', () => {
  let flagged = 0
  fc.assert(
    fc.property(fc.array(anyFullForm(smallRubric), { minLength: 2, maxLength: 5 }), (forms) => {
      const play = startPlay({ seats: forms.length })
      forms.forEach((form, at) => play.type(`r${at + 1}`, form))
      playTo(play, 'revealed')
      const rows = rowsOf(smallRubric)
        .map((row) => ({
          row,
          found: disagreement(
            row,
            forms.map(({ scores }) => scores[row.id] ?? 0),
          ),
        }))
        .filter(({ found }) => found?.flag)
      const refusal = play.send('monitor', order('spread'))
      if (rows.length === 0) expect(refusal?.refused).toBe('out-of-turn')
      else expect(items(play)).toEqual(rows.toSorted(widestFirst).map(({ row }) => row.id))
      flagged += rows.length
    }),
    { numRuns: 60 },
  )
  expect(flagged).toBeGreaterThan(30)
})

test('TALK-1 in the rubric’s order they stand as in the rubric, and it is recorded which order it is', () => {
  const play = divided()
  play.must('monitor', order('spread'))
  expect(play.sees('r1')?.discussion?.agenda).toMatchObject({ by: 'spread' })
  expect(items(play)).toEqual(['(E)(1)', '(B)(1)(i)'])
  play.must('monitor', order('rubric'))
  expect(play.sees('r1')?.discussion?.agenda).toMatchObject({ by: 'rubric' })
  expect(items(play)).toEqual(['(B)(1)(i)', '(E)(1)'])
})

test('TALK-1 whoever is recused or excused makes no row wide, and a changed score counts as it is', () => {
  const play = divided()
  play.must('r1', recuse)
  play.must('staff', excuse(2))
  expect(play.send('monitor', order('spread'))?.refused).toBe('out-of-turn')
  const data = { review: alpha, seat: 3, row: '(E)(1)', from: 10, to: 0 }
  play.happen({ kind: 'score.changed', data })
  play.must('monitor', order('spread'))
  expect(play.sees('r3')?.discussion?.agenda?.items.map(({ row }) => row)).toEqual(['(E)(1)'])
})

test('TALK-1 the competition’s own thresholds say what is flagged', () => {
  const never = { percent: 100, points: 100 }
  const play = startPlay({ rules: { flags: { split: never, spread: never } } })
  play.type('r1', fullForm(play.rubric, { points: { '(B)(1)(i)': 8 } }))
  playTo(play, 'revealed')
  expect(play.ask('monitor', order('spread'))?.sentence).toBe(
    'No row is split or spread. Put rows on the agenda by hand.',
  )
})

const anySeed = fc.stringMatching(/^[0-9a-f]{8}$/)

test('TALK-2 a random order follows from its seed alone, and stands in the journal with it', () => {
  const orders = new Set<string>()
  fc.assert(
    fc.property(anySeed, (seed) => {
      const [play, again] = [divided(), divided()]
      play.must('monitor', order('random', seed))
      again.must('monitor', order('rubric'))
      again.must('monitor', order('random', seed))
      expect(items(again)).toEqual(items(play))
      expect(play.events().at(-1)?.data).toMatchObject({ by: 'random', seed })
      orders.add(items(play)?.join() ?? '')
    }),
    { numRuns: 20 },
  )
  expect(orders).toEqual(new Set(['(E)(1),(B)(1)(i)', '(B)(1)(i),(E)(1)']))
})

test('TALK-2 a random order without a seed is refused, and so is a seed for any other', () => {
  const play = divided()
  for (const say of [order('random'), order('spread', 'abcdef01'), order('rubric', 'abcdef01')])
    expect(play.send('monitor', say)?.refused).toBe('malformed')
  expect(play.sees('r1')?.discussion?.agenda).toBeNull()
})

test('TALK-3 by hand any rows and priorities stand on it, each once, in the order given', () => {
  const play = divided()
  play.must('monitor', arrange(['P2', 12], ['(C)(1)', 3]))
  expect(play.sees('r1')?.discussion?.agenda).toMatchObject({
    by: 'hand',
    items: [
      { row: 'P2', minutes: 12 },
      { row: '(C)(1)', minutes: 3 },
    ],
  })
  const before = play.state()
  for (const say of [arrange(['(Z)(9)', 3]), arrange(['(C)(1)', 3], ['(C)(1)', 4])])
    expect(play.send('monitor', say)?.refused).toBe('malformed')
  expect(play.state()).toBe(before)
  play.must('monitor', arrange())
  expect(items(play)).toEqual([])
})

test('TALK-4 a row has the minutes that the agenda gave it before, and else those of the rules', () => {
  const play = divided()
  play.must('monitor', arrange(['(E)(1)', 25]))
  play.must('monitor', order('spread'))
  expect(play.sees('r1')?.discussion?.agenda?.items).toEqual([
    { row: '(E)(1)', minutes: 25 },
    { row: '(B)(1)(i)', minutes: rulesOf({}).itemMinutes },
  ])
})

/** Three applications of one panel, and one of another. */
function threeApplications(): Play {
  return startPlay({ more: ['gamma', 'delta'] })
}

const take = (by: 'listed' | 'random' | 'hand', reviews: readonly string[] = [], seed?: string): Say => ({
  kind: 'panel.arrange',
  by,
  reviews: [...reviews],
  ...(seed !== undefined && { seed }),
})
const turns = (play: Play) =>
  play
    .view('r1')
    .reviews.toSorted((one, other) => (one.turn?.place ?? 0) - (other.turn?.place ?? 0))
    .map(({ id }) => id)

test('TALK-18 a panel takes its applications as they are listed, by hand, or as a seed draws them', () => {
  const play = threeApplications()
  const reviews = play.state().reviews.filter(({ panel }) => panel === 'one')
  for (const { id } of reviews)
    for (const who of ['r1', 'monitor'])
      play.send(who, { kind: 'conflict.answer', answer: 'certified', reason: '' }, id)
  const listed = [alpha, 'gamma.1.1', 'delta.1.1']
  expect(turns(play)).toEqual(listed)
  play.must('monitor', take('hand', listed.toReversed()))
  expect([turns(play), play.sees('r1')?.turn]).toEqual([listed.toReversed(), { place: 3, of: 3, by: 'hand' }])
  play.must('monitor', take('random', [], 'abcdef01'))
  const drawn = turns(play)
  play.must('monitor', take('listed'))
  expect(turns(play)).toEqual(listed)
  play.must('monitor', take('random', listed, 'abcdef01'))
  expect(turns(play)).toEqual(drawn)
  expect(play.sees('other', 'beta.1.1')?.turn ?? null).toBeNull()
})

test('TALK-18 an order holds each of them once and nothing else', () => {
  const play = threeApplications()
  play.must('monitor', { kind: 'conflict.answer', answer: 'certified', reason: '' })
  const listed = [alpha, 'gamma.1.1', 'delta.1.1']
  for (const reviews of [listed.slice(1), [...listed, alpha], [...listed.slice(1), 'beta.1.1'], []])
    expect(play.send('monitor', take('hand', reviews))?.refused).toBe('screen-differs')
  for (const say of [take('random'), take('listed', [], 'abcdef01'), take('hand', listed, 'abcdef01')])
    expect(play.send('monitor', say)?.refused).toBe('malformed')
  expect(play.state().orders).toEqual({})
})

test('TALK-18 one that somebody is recused from is none of theirs to count, and keeps its place when they arrange', () => {
  const play = threeApplications()
  const [one, two, three] = [alpha, 'gamma.1.1', 'delta.1.1']
  for (const id of [one, two, three])
    play.send(
      'monitor',
      { kind: 'conflict.answer', answer: id === two ? 'recused' : 'certified', reason: '' },
      id,
    )
  expect(play.sees('monitor', three)?.turn).toEqual({ place: 2, of: 2, by: 'listed' })
  expect(play.send('monitor', take('hand', [three, two, one]))?.refused).toBe('screen-differs')
  play.must('monitor', take('hand', [three, one]))
  expect(play.state().orders['one']?.reviews).toEqual([three, two, one])
})
