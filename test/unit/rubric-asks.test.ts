import { expect, test } from 'vitest'
import { formTotal } from '../../shared/form/form-record.ts'
import { sittingSeats } from '../../shared/competition/state.ts'
import { tierRanking } from '../../shared/competition/tier-ranking.ts'
import { asksTheSame } from '../../shared/rubric/edit/asks-the-same.ts'
import { changeCriterion } from '../../shared/rubric/edit/changed.ts'
import { withSums } from '../../shared/rubric/edit/sums.ts'
import { rubricFaults } from '../../shared/rubric/rubric-faults.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { fullForm } from '../harness/full-form.ts'
import { presetRubric } from '../harness/preset-rubrics.ts'
import { startSetUp, type SetUpPlay } from '../harness/set-up-play.ts'
import { alphaReview, betaReview, draftAll, nextVersion, open, setRubric } from '../harness/set-up-steps.ts'
import { smallRubric } from '../harness/small-rubric.ts'

/** Its second criterion explains the total and is no part of it. */
const explained = changeCriterion(smallRubric, '(C)(1)', { counted: false })

/** The next version, in which the last row of the first criterion stands first in the second: all rows are in the order in which they were. */
const regrouped = nextVersion(explained, (rubric) => {
  const [first, second, ...others] = rubric.criteria
  const row = first?.rows.at(-1)
  if (!first || !second || !row) throw new Error('The rubric has two criteria.')
  const criteria = [
    { ...first, rows: first.rows.slice(0, -1) },
    { ...second, rows: [row, ...second.rows] },
    ...others,
  ]
  return withSums({ ...rubric, criteria })
})

function attestAll(play: SetUpPlay, review: string): void {
  for (const { person } of sittingSeats(play.review(review))) expect(play.attest(person, review)).toBeNull()
}

function finish(play: SetUpPlay, review: string, monitor: string): void {
  for (const { person } of sittingSeats(play.review(review))) expect(play.sign(person, review)).toBeNull()
  play.mustSay(monitor, review, { kind: 'review.close', commentsRead: true })
  play.lock('staff-1', review)
}

const ready = (play: SetUpPlay, review: string) =>
  play.review(review).seats.map(({ attested }) => attested !== null)

function openBoth(rubric: Rubric): SetUpPlay {
  const play = draftAll(startSetUp({ rubric }))
  play.must('staff-1', open('alpha', 'beta'))
  return play
}

test('HELD-23 a version that moves a row into another criterion asks otherwise: forms that were ready open again', () => {
  expect([rubricFaults(explained), rubricFaults(regrouped)]).toEqual([[], []])
  const form = fullForm(explained)
  expect(formTotal(regrouped, form)).toBeLessThan(formTotal(explained, form))
  expect(asksTheSame(explained, regrouped)).toBe(false)
  const play = openBoth(explained)
  attestAll(play, alphaReview)
  play.must('staff-1', setRubric(regrouped))
  expect(ready(play, alphaReview)).toEqual([false, false, false])
})

test('HELD-23 there is no rank among reviews in which a row stood in other criteria', () => {
  const play = openBoth(explained)
  attestAll(play, alphaReview)
  play.mustSay('monitor-1', alphaReview, { kind: 'review.reveal' })
  play.must('staff-1', setRubric(regrouped))
  attestAll(play, betaReview)
  play.mustSay('monitor-2', betaReview, { kind: 'review.reveal' })
  finish(play, alphaReview, 'monitor-1')
  finish(play, betaReview, 'monitor-2')
  expect(tierRanking(play.state(), play.opening, 1)).toBeNull()
})

test('HELD-24 other words for the answers to a judged priority ask otherwise: forms that were ready open again', () => {
  const nih = presetRubric('nih-simplified-2025')
  const swapped = nextVersion(nih, (rubric) => ({
    ...rubric,
    priorities: rubric.priorities.map((priority) =>
      priority.kind === 'judged'
        ? { ...priority, words: { yes: priority.words.no, no: priority.words.yes } }
        : priority,
    ),
  }))
  const play = draftAll(startSetUp({ rubric: nih, rules: { scoreLine: 3 } }))
  play.must('staff-1', open('alpha'))
  attestAll(play, alphaReview)
  play.must('staff-1', setRubric(swapped))
  expect(ready(play, alphaReview)).toEqual([false, false, false])
})
