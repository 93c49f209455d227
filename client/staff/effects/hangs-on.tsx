import type { PanelSeatView } from '../../../shared/competition/view.ts'
import { asDivision, oneDecimal } from '../../../shared/scoring/exact-mean.ts'
import type { ReviewEffects } from '../../../shared/statistics/effects.ts'
import { ReviewerMark } from '../../ui/reviewer-mark.tsx'
import {
  drawnSentence,
  envelopeSentence,
  gapText,
  middleSentence,
  signedPoints,
  voteSentence,
} from './effect-words.ts'
import { TotalsPicture } from './totals-picture.tsx'
import './hangs-on.css'

interface HangsOnProps {
  readonly applicant: string
  readonly review: ReviewEffects
  readonly line: number
  /** Points of the all-or-nothing priority while nothing is decided on it. */
  readonly open?: number
  readonly panel: readonly PanelSeatView[]
}

/** What one application hangs on, in sentences; its totals as a picture and in a table with the same numbers. */
export function HangsOn({ applicant, review, line, open, panel }: HangsOnProps) {
  const { mean, gap, seats, vote } = review
  const drawn = drawnSentence(review, line)
  const label = (seat: number) => panel.find((each) => each.seat === seat)?.label ?? `Reviewer ${seat}`
  return (
    <section className="hangs-on" aria-labelledby="hangs-on">
      <h2 id="hangs-on" className="hangs-on-title">
        {applicant}
      </h2>
      <p className="hangs-on-total">
        <span className="t-figure">{oneDecimal(mean)}</span>
        <span>
          {gapText(gap, line)}
          <span className="hangs-on-division">{asDivision(mean)}</span>
        </span>
      </p>
      <p className="hangs-on-envelope">{envelopeSentence(review, line, open)}</p>
      <TotalsPicture review={review} line={line} />
      <table className="hangs-on-totals">
        <thead>
          <tr>
            <th scope="col">Reviewer</th>
            <th scope="col" className="num">
              Total
            </th>
            <th scope="col" className="num">
              Lifts the mean
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
                  <ReviewerMark number={seat} /> {label(seat)}
                </span>
                {influence?.decides && <span className="hangs-on-decides">other outcome without</span>}
              </th>
              <td className="num">{total}</td>
              <td className="num">{influence ? signedPoints(influence.lifts) : '·'}</td>
              <td className="num">{influence ? oneDecimal(influence.without) : '·'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{middleSentence(review)}</p>
      {drawn && <p>{drawn}</p>}
      {vote && (
        <p>
          <strong className="strong">STEM</strong> {voteSentence(vote)}
        </p>
      )}
    </section>
  )
}
