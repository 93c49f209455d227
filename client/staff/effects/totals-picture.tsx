import type { ReviewEffects } from '../../../shared/statistics/effects.ts'
import { pointsOf } from '../../../shared/statistics/line.ts'
import { levelsOf } from '../../charts/strip-places.ts'
import { useWidth } from '../../charts/width.ts'
import { oneDecimal } from '../../../shared/scoring/exact-mean.ts'
import { MarkShape } from '../../ui/reviewer-mark.tsx'
import { counted } from '../../room/number-words.ts'
import { placeOn, roundScale } from './score-scale.ts'
import './totals-picture.css'

interface TotalsPictureProps {
  readonly review: ReviewEffects
  readonly line: number
}

const side = 18
const mark = 26

/** The reviewers' totals beside the line, each mark on its stem, with their mean. */
export function TotalsPicture({ review, line }: TotalsPictureProps) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const { seats, mean } = review
  const totals = seats.map(({ total }) => total)
  const scale = roundScale([line, ...totals], Number.POSITIVE_INFINITY)
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
          aria-label={totalsWords(review, line)}
          focusable="false"
        >
          <path className="totals-picture-line" d={`M${x(line)} 0V${base + 8}`} />
          <path className="totals-picture-axis" d={`M${side / 2} ${base}H${width - side / 2}`} />
          {scale.ticks.map((tick) => (
            <g key={tick}>
              <path className="totals-picture-axis" d={`M${x(tick)} ${base}v5`} />
              <text x={x(tick)} y={base + 36} textAnchor="middle" data-line={tick === line || undefined}>
                {tick}
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

function totalsWords({ seats, mean }: ReviewEffects, line: number): string {
  const totals = seats.map(({ total }) => total)
  const [lowest, highest] = [Math.min(...totals), Math.max(...totals)]
  const through = totals.filter((total) => total >= line).length
  return `${counted(totals.length, 'total')} from ${lowest} to ${highest}, mean ${oneDecimal(mean)}; ${through} of ${totals.length} at the line of ${line} or above.`
}
