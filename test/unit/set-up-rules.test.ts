import { expect, test } from 'vitest'
import {
  majority,
  answersDiffer,
  type MajorityRules,
  type SeatAnswer,
} from '../../shared/scoring/majority.ts'
import { fullForm } from '../harness/full-form.ts'
import { startSetUp, type SetUpPlay } from '../harness/set-up-play.ts'
import { alphaReview, openAlpha, revealAlpha } from '../harness/set-up-steps.ts'

const of2010: MajorityRules = { majority: 'seats', excusedCounts: true, recusedCounts: false }

const panel = (...parts: readonly [SeatAnswer['standing'], SeatAnswer['answer']][]): SeatAnswer[] =>
  parts.map(([standing, answer], at) => ({ seat: at + 1, standing, answer }))

test('SETUP-10 without other rules a majority is one of all seats but the recused', () => {
  const seats = panel(
    ['sitting', 'yes'],
    ['sitting', 'yes'],
    ['sitting', 'no'],
    ['excused', null],
    ['recused', 'yes'],
  )
  expect(majority(seats)).toEqual({ seats: 4, yes: 2, no: 1, needed: 3, awarded: false })
  expect(majority(seats, of2010)).toEqual(majority(seats))
})

test('SETUP-10 of the answers: who gave none is not in the way', () => {
  const seats = panel(
    ['sitting', 'yes'],
    ['sitting', 'yes'],
    ['sitting', 'no'],
    ['excused', null],
    ['sitting', null],
  )
  const rules: MajorityRules = { ...of2010, majority: 'answers' }
  expect(majority(seats, rules)).toEqual({ seats: 5, yes: 2, no: 1, needed: 2, awarded: true })
  expect(majority(panel(['sitting', 'yes'], ['sitting', 'no']), rules)).toMatchObject({
    needed: 2,
    awarded: false,
  })
  expect(majority(panel(['sitting', null]), rules)).toMatchObject({ needed: 1, awarded: false })
})

test('SETUP-10 an excused seat that does not count has no say either', () => {
  const seats = panel(['sitting', 'yes'], ['sitting', 'no'], ['excused', 'no'])
  const rules: MajorityRules = { ...of2010, excusedCounts: false }
  expect(majority(seats, rules)).toEqual({ seats: 2, yes: 1, no: 1, needed: 2, awarded: false })
  expect(answersDiffer(panel(['sitting', 'yes'], ['excused', 'no']), rules)).toBe(false)
  expect(answersDiffer(panel(['sitting', 'yes'], ['excused', 'no']), of2010)).toBe(true)
})

test('SETUP-10 a recused seat that counts is no yes, whatever its form says', () => {
  const seats = panel(['sitting', 'yes'], ['sitting', 'yes'], ['recused', 'yes'], ['recused', 'yes'])
  expect(majority(seats, { ...of2010, recusedCounts: true })).toEqual({
    seats: 4,
    yes: 2,
    no: 0,
    needed: 3,
    awarded: false,
  })
})

/** Alpha revealed: two say yes, one no, and the one who says no is excused after the reveal. */
function voted(rules: Partial<MajorityRules>): SetUpPlay {
  const play = openAlpha(startSetUp({ rules: { ...rules, smallestPanel: 1 } }))
  for (const person of ['r1', 'r2', 'r3'])
    play.type(person, alphaReview, fullForm(play.opening, { answer: person === 'r3' ? 'no' : 'yes' }))
  for (const person of ['r1', 'r2', 'r3']) play.attest(person, alphaReview)
  play.mustSay('monitor-1', alphaReview, { kind: 'review.reveal' })
  return play
}

test('SETUP-10 the panel’s vote is counted by the competition’s rules', () => {
  const vote = (rules: Partial<MajorityRules>) => {
    const play = voted(rules)
    play.mustSay('staff-1', alphaReview, { kind: 'seat.excuse', seat: 3, reason: 'Ill.' })
    return play.view('r1').reviews.find(({ id }) => id === alphaReview)?.vote
  }
  expect(vote({})).toMatchObject({ status: 'differ', seats: 3, result: null })
  expect(vote({ excusedCounts: false })).toMatchObject({
    status: 'agreed',
    seats: 2,
    result: { yes: 2, needed: 2 },
  })
})

test('SETUP-11 how votes are counted and how forms make a score stays once scores are revealed', () => {
  const play = revealAlpha(startSetUp())
  const { rules } = play.state()
  const fixed = [
    { majority: 'answers' },
    { excusedCounts: false },
    { recusedCounts: true },
    { averaging: 'median' },
  ] as const
  for (const change of fixed)
    expect(play.ask('staff-1', { kind: 'rules.set', rules: { ...rules, ...change } })?.refused).toBe(
      'out-of-turn',
    )
  const { averaging: _averaging, ...silent } = rules
  expect(play.ask('staff-1', { kind: 'rules.set', rules: silent })).toBeNull()
  expect(play.ask('staff-1', { kind: 'rules.set', rules: { ...rules, secondPerson: true } })).toBeNull()
})

test('SETUP-12 comments are asked for unless the rules leave them to each reviewer', () => {
  const attested = (comments: 'required' | 'optional') => {
    const play = openAlpha(startSetUp({ rules: { comments } }))
    play.type('r1', alphaReview, { ...fullForm(play.opening), strengths: {}, weaknesses: {} })
    return play.attest('r1', alphaReview)
  }
  expect(attested('required')?.refused).toBe('incomplete')
  expect(attested('optional')).toBeNull()
})
