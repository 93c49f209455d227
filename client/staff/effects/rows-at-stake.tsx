import { useState } from 'react'
import { seatName } from '../../../shared/competition/seat-name.ts'
import { rowsOf, type Row, type Rubric } from '../../../shared/rubric/rubric.ts'
import { reachHead, shownReach } from '../../../shared/rubric/told-points.ts'
import { median } from '../../../shared/statistics/dispersion.ts'
import type { ReviewEffects, RowEffects } from '../../../shared/statistics/effects.ts'
import { HeatCell } from '../../charts/heat-cell.tsx'
import { reviewPath } from '../../pages.ts'
import { Link } from '../../ui/link.tsx'
import { ReviewerMark } from '../../ui/reviewer-mark.tsx'
import { costliestSentence, crossingSentence, lossText, percent, signedPoints } from './effect-words.ts'
import './rows-at-stake.css'

interface RowsAtStakeProps {
  readonly rubric: Rubric
  readonly applicant: string
  readonly review: ReviewEffects
}

const atFirst = 12

/** The rows of an application, those that are worth most to settle first. */
export function RowsAtStake({ rubric, applicant, review }: RowsAtStakeProps) {
  const [whole, setWhole] = useState(false)
  const rows = new Map(rowsOf(rubric).map((row) => [row.id, row]))
  const most = review.rows[0]?.stakes.expectedLoss ?? 0
  const shown = whole ? review.rows : review.rows.slice(0, atFirst)
  return (
    <section className="at-stake" aria-labelledby="at-stake">
      <h2 id="at-stake" className="t-heading">
        Rows of {applicant}
      </h2>
      <p className="at-stake-sentence">
        {costliestSentence(rubric, review.rows)} {crossingSentence(review.rows)}
      </p>
      <div className="at-stake-wrap">
        <table className="at-stake-table" aria-labelledby="at-stake">
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">
                <span className="visually-hidden">Title</span>
              </th>
              <th scope="col" className="num">
                {reachHead(rubric)}
              </th>
              {review.seats.map(({ seat }) => (
                <th key={seat} scope="col" className="at-stake-seat">
                  <ReviewerMark number={seat} label={seatName(seat)} />
                </th>
              ))}
              <th scope="col">Worth settling, points</th>
              <th scope="col" className="num">
                All to the middle
              </th>
              <th scope="col" className="num">
                Only those over 25% off
              </th>
              <th scope="col" className="num">
                Flips the outcome
              </th>
              <th scope="col" className="num">
                Share of the spread
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => {
              const row = rows.get(each.row)
              return (
                row && (
                  <StakeRow
                    key={each.row}
                    review={review.review}
                    rubric={rubric}
                    row={row}
                    effects={each}
                    most={most}
                  />
                )
              )
            })}
          </tbody>
        </table>
      </div>
      {review.rows.length > atFirst && (
        <p className="at-stake-more">
          <Link aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? `Only the first ${atFirst} rows` : `All ${review.rows.length} rows`}
          </Link>
        </p>
      )}
    </section>
  )
}

interface StakeRowProps {
  readonly review: string
  readonly rubric: Rubric
  readonly row: Row
  readonly effects: RowEffects
  readonly most: number
}

function StakeRow({ review, rubric, row, effects, most }: StakeRowProps) {
  const { points, stakes, share } = effects
  const middle = median(points)
  return (
    <tr data-crosses={stakes.couldCross || undefined}>
      <th scope="row" className="at-stake-id">
        <Link look="quiet" href={reviewPath(review, 'room', row.id)}>
          {row.id}
        </Link>
      </th>
      <td className="at-stake-title">{row.short}</td>
      <td className="num third">{shownReach(rubric, row)}</td>
      {points.map((given, at) => (
        <HeatCell key={at} rubric={rubric} row={row} points={given} middle={middle} />
      ))}
      <td className="at-stake-worth">
        <span className="at-stake-bar" style={{ '--share': most === 0 ? 0 : stakes.expectedLoss / most }} />
        <span>{lossText(rubric, stakes.expectedLoss)}</span>
        {stakes.couldCross && <span className="at-stake-crosses">can cross alone</span>}
      </td>
      <td className="num">{signedPoints(rubric, stakes.swing)}</td>
      <td className="num">{stakes.far.length === 0 ? '–' : signedPoints(rubric, stakes.farSwing)}</td>
      <td className="num">{percent(stakes.flipChance)}</td>
      <td className="num">{share === null ? '·' : percent(share)}</td>
    </tr>
  )
}
