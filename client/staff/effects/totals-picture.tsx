import type { ReviewEffects } from '../../../shared/statistics/effects.ts'
import { pointsOf, reaches } from '../../../shared/statistics/line.ts'
import { levelsOf } from '../../charts/strip-places.ts'
import { useWidth } from '../../charts/width.ts'
import type { Rubric } from '../../../shared/rubric/rubric.ts'
import { reachOfTotal } from '../../../shared/rubric/told-points.ts'
import { applicationNoun } from '../../../shared/rubric/total-words.ts'
import { shownMean } from '../../../shared/scoring/shown-mean.ts'
import { MarkShape } from '../../ui/reviewer-mark.tsx'
import { counted } from '../../room/number-words.ts'
import { lineText, throughText } from './effect-words.ts'
import { placeOn, roundScale, type ScoreScale } from './score-scale.ts'
import './totals-picture.css'

interface TotalsPictureProps {
  readonly rubric: Rubric
  readonly review: ReviewEffects
  readonly line: number
}

const side = 18
const mark = 26

/** The reviewers' totals beside the line, each mark on its stem, with their mean. */
export function TotalsPicture({ rubric, review, line }: TotalsPictureProps) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const { seats, mean } = review
  const totals = seats.map(({ total }) => total)
  const scale = scaleOfTotals(rubric, [line, ...totals])
  const x = (points: number) => side + placeOn(scale, width - 2 * side, points)
  const levels = levelsOf(totals.map(x), mark + 2)
  const base = (Math.max(0, ...levels) + 1) * (mark + 3) + 10
  return (
    <div ref={ref} className="totals-picture">
      {width > 0 && (
        <svg
          width={width}
          height={base + 44}
          role="img"
          aria-label={totalsWords(rubric, review, line)}
          focusable="false"
        >
          <path className="totals-picture-line" d={`M${x(line)} 0V${base + 8}`} />
          <path className="totals-picture-axis" d={`M${side / 2} ${base}H${width - side / 2}`} />
          {scale.ticks.map((tick) => (
            <g key={tick}>
              <path className="totals-picture-axis" d={`M${x(tick)} ${base}v5`} />
              <text x={x(tick)} y={base + 36} textAnchor="middle" data-line={tick === line || undefined}>
                {lineText(rubric, tick)}
              </text>
            </g>
          ))}
          <path className="totals-picture-mean" d={`M${x(pointsOf(mean))} ${base + 8}l6 10h-12Z`} />
          {seats.map(({ seat, total }, at) => {
            const y = base - 10 - mark / 2 - (levels[at] ?? 0) * (mark + 3)
            return (
              <g key={seat} transform={`translate(${x(total)} ${y})`}>
                <path className="totals-picture-stem" d={`M0 ${base - y}V0`} />
                <MarkShape number={seat} />
              </g>
            )
          })}
        </svg>
      )}
    </div>
  )
}

/** Of a long scale the totals may lie on any part; a short one is drawn within its ends. */
function scaleOfTotals(rubric: Rubric, places: readonly number[]): ScoreScale {
  const { points } = rubric.totals
  const { min } = reachOfTotal(rubric)
  return points < 50 ? roundScale(places, points, min) : roundScale(places, Number.POSITIVE_INFINITY)
}

function totalsWords(rubric: Rubric, { seats, mean }: ReviewEffects, line: number): string {
  const totals = seats.map(({ total }) => total)
  const [lowest, highest] = [Math.min(...totals), Math.max(...totals)]
  const through = totals.filter((total) => reaches(total - line, rubric.scale?.best)).length
  const [low, high] = [lineText(rubric, lowest), lineText(rubric, highest)]
  return `${counted(totals.length, applicationNoun(rubric))} from ${low} to ${high}, mean ${shownMean(rubric, mean)}; ${through} of ${totals.length} at the line of ${throughText(rubric, line)}.`
}
