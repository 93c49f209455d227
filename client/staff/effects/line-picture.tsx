import type { ReviewEffects } from '../../../shared/statistics/effects.ts'
import { pointsOf, reaches } from '../../../shared/statistics/line.ts'
import type { Scaled } from '../../../shared/rubric/told-points.ts'
import { lineText } from './effect-words.ts'
import { placeOn, type ScoreScale } from './score-scale.ts'
import './line-picture.css'

const width = 324
const side = 16
const height = 26

function placesOn(scale: ScoreScale): (points: number) => number {
  return (points) => side + placeOn(scale, width - 2 * side, points)
}

/** The numbers over the pictures of a table, with the line in words. */
export function LineAxis({ rubric, scale, line }: { rubric: Scaled; scale: ScoreScale; line: number }) {
  const x = placesOn(scale)
  const apart = placeOn(scale, width, scale.from + 1) * 34
  return (
    <>
      <span className="visually-hidden">Picture</span>
      <svg className="line-axis" width={width} height="32" aria-hidden focusable="false">
        {scale.ticks
          .filter((tick) => tick !== line && Math.abs(x(tick) - x(line)) > Math.max(28, apart))
          .map((tick) => (
            <text key={tick} x={x(tick)} y="28" textAnchor="middle">
              {lineText(rubric, tick)}
            </text>
          ))}
        <text className="line-axis-line" x={x(line)} y="12" textAnchor="middle">
          Line
        </text>
        <text className="line-axis-line" x={x(line)} y="28" textAnchor="middle">
          {lineText(rubric, line)}
        </text>
      </svg>
    </>
  )
}

interface LinePictureProps {
  readonly rubric: Scaled
  readonly review: ReviewEffects
  readonly scale: ScoreScale
  readonly line: number
  /** What the picture says, in one sentence. */
  readonly words: string
}

/** One application against the line: what any agreement could come to, the totals given, and their mean. */
export function LinePicture({ rubric, review, scale, line, words }: LinePictureProps) {
  const { envelope, seats, mean, gap } = review
  const x = placesOn(scale)
  const middle = height / 2
  const totals = seats.map(({ total }) => total)
  return (
    <svg
      className="line-picture"
      width={width}
      height={height}
      role="img"
      aria-label={words}
      focusable="false"
    >
      <path className="line-picture-line" d={`M${x(line)} 0V${height}`} />
      <path
        className="line-picture-envelope"
        d={`M${x(envelope.lowest)} ${middle - 4}v8M${x(envelope.lowest)} ${middle}H${x(envelope.highest)}M${x(envelope.highest)} ${middle - 4}v8`}
      />
      <path
        className="line-picture-totals"
        d={`M${x(Math.min(...totals))} ${middle}H${x(Math.max(...totals))}`}
      />
      <circle
        className="line-picture-mean"
        data-through={reaches(gap.sum, rubric.scale?.best) || undefined}
        cx={x(pointsOf(mean))}
        cy={middle}
        r="5.5"
      />
    </svg>
  )
}
