import type { ReviewEffects } from '../../../shared/statistics/effects.ts'
import type { TierEffects } from '../../../shared/statistics/tier-effects.ts'
import type { Rubric } from '../../../shared/rubric/rubric.ts'
import { applicationNoun } from '../../../shared/rubric/total-words.ts'
import { Disclosure } from '../../room/disclosure.tsx'
import { percent, plainPoints, rangeSentence } from './effect-words.ts'
import './outcome-details.css'

interface OutcomeDetailsProps {
  readonly rubric: Rubric
  readonly effects: TierEffects
  readonly review: ReviewEffects
}

/** What the numbers of the page are called, how they come about, and what they leave out. */
export function OutcomeDetails({ rubric, effects, review }: OutcomeDetailsProps) {
  const noun = applicationNoun(rubric)
  const { bootstrap, deviation, error, normalChance } = review
  return (
    <div className="outcome-details">
      <Disclosure summary="How these are computed">
        <dl className="outcome-details-list">
          {deviation !== null && error !== null && (
            <>
              <dt>Standard deviation of the {noun}s, standard error of their mean</dt>
              <dd>
                {plainPoints(rubric, deviation)}, {plainPoints(rubric, error)} points
              </dd>
            </>
          )}
          {bootstrap && (
            <>
              <dt>Drawn again: exact bootstrap over reviewers</dt>
              <dd>
                {bootstrap.through.toLocaleString('en-US')} of {bootstrap.draws.toLocaleString('en-US')}{' '}
                draws, {bootstrap.different.toLocaleString('en-US')} of them different; none is random. With
                so few reviewers it understates the spread, and it knows nothing of harsh or lenient ones.
              </dd>
            </>
          )}
          {normalChance !== null && (
            <>
              <dt>The same from a normal curve</dt>
              <dd>{percent(normalChance)}</dd>
            </>
          )}
          <dt>Any agreement: envelope</dt>
          <dd>All take the lowest score given on every row, or the highest.</dd>
          <dt>All to the middle: swing to the median</dt>
          <dd>
            The middle score less the mean, in points; in the next column only those move who are more than
            25% of the maximum away from the middle.
          </dd>
          <dt>Flips the outcome</dt>
          <dd>
            The chance that one reviewer’s view of the row, were it to prevail, decides otherwise; normal.
          </dd>
          <dt>Worth settling: expected loss avoided</dt>
          <dd>What deciding without it costs on average, in points (unit normal loss integral).</dd>
          <dt>Share of the spread: covariance share</dt>
          <dd>
            How much a row drives the spread of the {noun}s; adds up to 100%. Many small shares are a reviewer
            harsh or lenient on everything, one large share is one dispute.
          </dd>
          {effects.ranges.map((range) => (
            <div key={range.seats} className="outcome-details-part">
              <dt>Usual range of a row: range chart</dt>
              <dd>{rangeSentence(range)}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </div>
  )
}
