import { leastOf } from '../../shared/rubric/rubric.ts'
import { shownPoints } from '../../shared/rubric/shown-points.ts'
import { bestInWords, ofRange, shownEnd } from '../../shared/rubric/told-points.ts'
import type { FlagKind } from '../ui/flag.tsx'
import { BandBar } from './band-bar.tsx'
import { bandSteps, shareOf, wordsWidth, type Scale } from './band-shape.ts'
import { lanesOf, levelsOf } from './strip-places.ts'
import { placePoints, type StripPoint } from './strip-points.ts'
import { StripMarks } from './strip-marks.tsx'
import { StripBandWords, StripBracket, StripChange } from './strip-parts.tsx'
import { StripTable } from './strip-table.tsx'
import { stripSentence } from './strip-words.ts'
import { useWidth } from './width.ts'
import './score-strip.css'

export interface StripScore {
  reviewer: number
  points: number
  /** What it was before a change. */
  was?: number | undefined
  yours?: boolean | undefined
}

export interface ScoreStripProps extends Scale {
  /** The row, for who cannot see the picture: "(A)(1)(ii)". */
  label: string
  /** In units, like all numbers here. */
  scores: readonly StripScore[]
  /** Colours the words of the bracket. */
  flag?: FlagKind | undefined
  mean?: StripPoint | undefined
  middle?: StripPoint | undefined
  /** The picture alone, as a part of another drawing: no distance, no table, nothing to go through. */
  bare?: boolean | undefined
  size?: 'normal' | 'small' | undefined
  /** The reveal: all marks rise from the line at once. */
  rising?: boolean | undefined
}

const bar = 27
const lane = 21

/**
 * The scores of a row on its bands. Each mark stands on a stem at its number; marks that would touch are stacked. One sentence names it,
 * the arrow keys go from point to point, and a table for who cannot see it holds the same numbers.
 */
export function ScoreStrip(props: ScoreStripProps) {
  const { rubric, row, scores, flag, mean, middle, bare = false, size = 'normal', rising = false } = props
  const [ref, width] = useWidth<HTMLDivElement>()
  const scale = size === 'small' ? 0.85 : 1
  const mark = 26 * scale
  const left = Math.max(18, Math.min(64, width * 0.05))
  const length = Math.max(1, width - 2 * left)
  const { bands } = row
  const x = (points: number) => left + shareOf(row, points) * length

  // Yours stands lowest, the others by their number: the order says nothing about the scores.
  const ordered = scores.toSorted(
    (a, b) => Number(b.yours ?? false) - Number(a.yours ?? false) || a.reviewer - b.reviewer,
  )
  const levels = levelsOf(
    ordered.map(({ points }) => x(points)),
    mark + 2,
  )
  const changed = ordered.flatMap(({ was, ...score }) =>
    was === undefined || was === score.points ? [] : [{ ...score, was }],
  )
  const lanes = lanesOf(
    changed.map(({ was, points }) => ({ from: x(was), to: x(points) })),
    34,
  )
  const laneCount = Math.max(-1, ...lanes) + 1

  const lowest = Math.min(...scores.map(({ points }) => points))
  const highest = Math.max(...scores.map(({ points }) => points))
  const bracket = !bare && scores.length > 1 && highest > lowest
  const aboveBand = laneCount > 0 ? laneCount * lane + 8 : 2
  const marksHeight = (Math.max(0, ...levels) + 1) * (mark + 3)
  // The words of a point stand there too, so it is left free where all agree.
  const top = bare ? 4 : 32
  const base = top + marksHeight + aboveBand + bar
  const markY = (level: number) => base - bar - aboveBand - mark / 2 - level * (mark + 3)
  const laneY = (index: number) => base - bar - 12 - index * lane

  const steps = bandSteps({ rubric, row })
  const stacked = steps.some((step) => (step.end - step.start) * length < wordsWidth(step))
  const wordsY = base + (mean || middle ? 28 : 20)
  const pointsY = wordsY + (stacked ? 38 : 22)
  const points = placePoints({ mean, middle, x, width })
  const lastLine = pointsY + Math.max(0, ...points.map(({ line }) => line)) * 18
  const height = (points.length > 0 ? lastLine : wordsY + (stacked ? 17 : 0)) + 6

  return (
    <figure
      className="score-strip"
      ref={ref}
      data-rising={rising || undefined}
      aria-label={bare ? undefined : stripSentence(props)}
    >
      {!bare && <StripTable {...props} />}
      {width > 0 && (
        <svg className="score-strip-picture" width={width} height={height} aria-hidden={bare || undefined}>
          <g aria-hidden>
            <BandBar rubric={rubric} row={row} left={left} width={length} base={base} height={bar} />
            {ordered.map(({ reviewer, points, yours }, index) => (
              <g key={reviewer} className="score-strip-at" style={{ '--x': `${x(points)}px` }}>
                <path
                  className="score-strip-stem"
                  data-yours={yours || undefined}
                  style={{ '--base': `${base}px` }}
                  d={`M0 ${base}V${markY(levels[index] ?? 0) + mark / 3}`}
                />
              </g>
            ))}
            {changed.map(({ reviewer, points, was, yours }, index) => (
              <StripChange
                key={reviewer}
                was={shownPoints(rubric, was)}
                from={x(was)}
                to={x(points)}
                y={laneY(lanes[index] ?? 0)}
                yours={yours ?? false}
              />
            ))}
            {bracket && (
              <StripBracket
                from={x(lowest)}
                to={x(highest)}
                words={`${shownPoints(rubric, highest - lowest)} ${ofRange(rubric, row)}`}
                flag={flag}
              />
            )}
            {bands === null ? (
              <g className="score-strip-range">
                <text x={left} y={base + 19} textAnchor="middle">
                  {bestInWords(rubric, row) ?? shownEnd(rubric, leastOf(row))}
                </text>
                <text x={left + length} y={base + 19} textAnchor="middle">
                  {shownEnd(rubric, row.max)}
                </text>
              </g>
            ) : (
              steps.map((step) => (
                <StripBandWords
                  key={step.name}
                  {...step}
                  x={left + ((step.start + step.end) / 2) * length}
                  y={wordsY}
                  stacked={stacked}
                />
              ))
            )}
            {points.map((point) => (
              <g key={point.kind} className="score-strip-point" data-kind={point.kind}>
                <path d={`M${point.x} ${base + 3}l5 8h-10Z`} />
                <text
                  x={point.x - point.lean * 5}
                  y={pointsY + point.line * 18}
                  textAnchor={point.lean > 0 ? 'start' : 'end'}
                >
                  {point.kind} <tspan className="score-strip-word">{point.text}</tspan>
                </text>
              </g>
            ))}
          </g>
          <StripMarks
            marks={ordered.map((score, index) => ({
              ...score,
              x: x(score.points),
              y: markY(levels[index] ?? 0),
            }))}
            label={props.label}
            rubric={rubric}
            row={row}
            base={base}
            scale={scale}
            width={width}
            bare={bare}
          />
        </svg>
      )}
    </figure>
  )
}
