import { seatName } from '../../../shared/competition/seat-name.ts'
import type { Rubric } from '../../../shared/rubric/rubric.ts'
import { moreIsBetter } from '../../../shared/rubric/shown-points.ts'
import { applicationNoun } from '../../../shared/rubric/total-words.ts'
import { shownDivision, shownMean } from '../../../shared/scoring/shown-mean.ts'
import type { ReviewEffects } from '../../../shared/statistics/effects.ts'
import { capitalized } from '../../room/number-words.ts'
import { ReviewerMark } from '../../ui/reviewer-mark.tsx'
import {
  drawnSentence,
  envelopeSentence,
  gapText,
  lineText,
  middleSentence,
  signedPoints,
  votedName,
  voteSentence,
} from './effect-words.ts'
import { TotalsPicture } from './totals-picture.tsx'
import './hangs-on.css'

interface HangsOnProps {
  readonly rubric: Rubric
  readonly applicant: string
  readonly review: ReviewEffects
  readonly line: number
  /** Points of the all-or-nothing priority while nothing is decided on it. */
  readonly open?: number
}

/** What one application hangs on, in sentences; its totals as a picture and in a table with the same numbers. */
export function HangsOn({ rubric, applicant, review, line, open }: HangsOnProps) {
  const { mean, gap, seats, vote } = review
  const drawn = drawnSentence(rubric, review, line)
  return (
    <section className="hangs-on" aria-labelledby="hangs-on">
      <h2 id="hangs-on" className="hangs-on-title">
        {applicant}
      </h2>
      <p className="hangs-on-total">
        <span className="t-figure">{shownMean(rubric, mean)}</span>
        <span>
          {gapText(rubric, gap, line)}
          <span className="hangs-on-division">{shownDivision(rubric, mean)}</span>
        </span>
      </p>
      <p className="hangs-on-envelope">{envelopeSentence(rubric, review, line, open)}</p>
      <TotalsPicture rubric={rubric} review={review} line={line} />
      <table className="hangs-on-totals">
        <thead>
          <tr>
            <th scope="col">Reviewer</th>
            <th scope="col" className="num">
              {capitalized(applicationNoun(rubric))}
            </th>
            <th scope="col" className="num">
              {moreIsBetter(rubric) ? 'Lifts the mean' : 'Moves the mean'}
            </th>
            <th scope="col" className="num">
              Mean without
            </th>
          </tr>
        </thead>
        <tbody>
          {seats.map(({ seat, total, influence }) => (
            <tr key={seat}>
              <th scope="row">
                <span className="hangs-on-seat">
                  <ReviewerMark number={seat} /> {seatName(seat)}
                </span>
                {influence?.decides && <span className="hangs-on-decides">other outcome without</span>}
              </th>
              <td className="num">{lineText(rubric, total)}</td>
              <td className="num">{influence ? signedPoints(rubric, influence.lifts) : '·'}</td>
              <td className="num">{influence ? shownMean(rubric, influence.without) : '·'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{middleSentence(rubric, review)}</p>
      {drawn && <p>{drawn}</p>}
      {vote && (
        <p>
          <strong className="strong">{capitalized(votedName(rubric))}</strong> {voteSentence(rubric, vote)}
        </p>
      )}
    </section>
  )
}
