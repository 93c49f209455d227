import type { Rubric } from '../../../shared/rubric/rubric.ts'
import { moreIsBetter } from '../../../shared/rubric/shown-points.ts'
import { applicationNoun } from '../../../shared/rubric/total-words.ts'
import { shownDivision, shownMean } from '../../../shared/scoring/shown-mean.ts'
import type { ReviewEffects } from '../../../shared/statistics/effects.ts'
import { pointsOf } from '../../../shared/statistics/line.ts'
import { whatCanChange } from '../../../shared/statistics/what-can-change.ts'
import type { TierEffects } from '../../../shared/statistics/tier-effects.ts'
import { outcomePath } from '../../pages.ts'
import { capitalized } from '../../room/number-words.ts'
import { Link } from '../../ui/link.tsx'
import { envelopeSentence, gapText, lineText, percent, signedPoints, throughText } from './effect-words.ts'
import { LineAxis, LinePicture } from './line-picture.tsx'
import type { ScoreScale } from './score-scale.ts'
import './applications-table.css'

interface ApplicationsTableProps {
  readonly rubric: Rubric
  readonly effects: TierEffects
  readonly applicants: ReadonlyMap<string, string>
  readonly scale: ScoreScale
  readonly chosen: string
}

/** Every application against the line. Each picture's numbers stand in its own row. */
export function ApplicationsTable({ rubric, effects, applicants, scale, chosen }: ApplicationsTableProps) {
  const { line, reviews } = effects
  const noun = applicationNoun(rubric)
  return (
    <div className="applications-wrap">
      <table className="applications" aria-label="Applications against the line">
        <thead>
          <tr>
            <th scope="col">Application</th>
            <th scope="col" className="num">
              {capitalized(noun)}
            </th>
            <th scope="col" className="num">
              From the line
            </th>
            <th scope="col" className="applications-picture">
              <LineAxis rubric={rubric} scale={scale} line={line} />
            </th>
            <th scope="col" className="num">
              {capitalized(noun)}s given
            </th>
            <th scope="col" className="num">
              Any agreement
            </th>
            <th scope="col" className="num">
              Drawn again, {throughText(rubric, line)}
            </th>
          </tr>
        </thead>
        <tbody>
          {reviews.map((review) => {
            const applicant = applicants.get(review.review) ?? review.review
            return (
              <tr key={review.review} data-chosen={review.review === chosen || undefined}>
                <th scope="row">
                  <Link
                    look="quiet"
                    href={outcomePath(review.review)}
                    aria-current={review.review === chosen ? 'true' : undefined}
                  >
                    {applicant}
                  </Link>
                  {whatCanChange(review, line, 0, rubric.scale?.best) === 'nothing' && (
                    <span className="applications-under">No agreement changes it</span>
                  )}
                </th>
                <td className="num applications-total">
                  {shownMean(rubric, review.mean)}
                  <span className="applications-under">{shownDivision(rubric, review.mean)}</span>
                </td>
                <td className="num">{signedPoints(rubric, pointsOf(review.gap))}</td>
                <td className="applications-picture">
                  <LinePicture
                    rubric={rubric}
                    review={review}
                    scale={scale}
                    line={line}
                    words={`${applicant}: ${gapText(rubric, review.gap, line)}. ${envelopeSentence(rubric, review, line)}`}
                  />
                </td>
                <td className="num">{totalsRange(rubric, review)}</td>
                <td className="num">
                  {lineText(rubric, review.envelope.lowest)}–{lineText(rubric, review.envelope.highest)}
                </td>
                <td className="num">{review.bootstrap ? percent(review.bootstrap.chance) : '·'}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="applications-key">
        Thick bar: lowest to highest {noun} given. Thin bar: all that any agreement on the rows could come to.
        Filled point: at {throughText(rubric, line)}; open point: {moreIsBetter(rubric) ? 'below' : 'above'}.
      </p>
    </div>
  )
}

function totalsRange(rubric: Rubric, { seats }: ReviewEffects): string {
  const totals = seats.map(({ total }) => total)
  return `${lineText(rubric, Math.min(...totals))}–${lineText(rubric, Math.max(...totals))}`
}
