import { moreIsBetter } from '../../shared/rubric/shown-points.ts'
import { bandSteps, type Scale } from './band-shape.ts'
import './band-bar.css'

export interface BandBarProps extends Scale {
  /** The line's left end, its length, its height above the page's top and the high step's height, in drawing units. */
  left: number
  width: number
  base: number
  height: number
  /** Ticks at the ends and borders reach this far under the line. */
  under?: number | undefined
}

/** The steps of a row on their line, or the thin wedge of a row without printed bands; higher is better. A part of a drawing. */
export function BandBar({ rubric, row, left, width, base, height, under = 4 }: BandBarProps) {
  const end = left + width
  const steps = bandSteps({ rubric, row })
  const [low, high] = moreIsBetter(rubric) ? [left, end] : [end, left]
  return (
    <g className="band-bar">
      {row.bands === null && (
        <path className="band-bar-wedge" d={`M${low} ${base}H${high}V${base - height * 0.6}Z`} />
      )}
      {steps.map((step) => (
        <rect
          key={step.name}
          className="band-bar-step"
          data-band={step.name}
          x={left + step.start * width}
          y={base - step.height * height}
          width={(step.end - step.start) * width}
          height={step.height * height}
        />
      ))}
      {steps.slice(1).map((step) => (
        <path
          key={step.name}
          className="band-bar-border"
          d={`M${left + step.start * width} ${base - step.height * height}V${base + under}`}
        />
      ))}
      <path className="band-bar-line" d={`M${left} ${base}H${end}`} />
      {under > 0 && (
        <path
          className="band-bar-ends"
          d={`M${left} ${base - height}V${base + under}M${end} ${base - height}V${base + under}`}
        />
      )}
    </g>
  )
}
