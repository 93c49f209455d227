import type { Bands } from '../../shared/rubric/rubric.ts'
import type { FlagKind } from '../ui/flag.tsx'
import { MarkShape } from '../ui/reviewer-mark.tsx'
import { BandBar } from './band-bar.tsx'
import { bandSteps, wordsWidth } from './band-shape.ts'
import { lanesOf, levelsOf } from './strip-places.ts'
import { placePoints, type StripPoint } from './strip-points.ts'
import { StripText } from './strip-text.tsx'
import { useWidth } from './width.ts'
import './score-strip.css'

export interface StripScore {
  reviewer: number
  points: number
  /** What it was before a change. */
  was?: number | undefined
  yours?: boolean | undefined
}

export interface ScoreStripProps {
  /** The row, for who cannot see the picture: "(A)(1)(ii)". */
  label: string
  scores: readonly StripScore[]
  max: number
  bands: Bands | null
  /** Colours the words of the bracket. */
  flag?: FlagKind | undefined
  mean?: StripPoint | undefined
  middle?: StripPoint | undefined
  /** Leave the bracket with the distance away. */
  bare?: boolean | undefined
  size?: 'normal' | 'small' | undefined
  /** The reveal: all marks rise from the line at once. */
  rising?: boolean | undefined
}

const bar = 27
const lane = 21

/** The scores of a row on its bands. Each mark stands on a stem at its number; marks that would touch are stacked. */
export function ScoreStrip(props: ScoreStripProps) {
  const { scores, max, bands, flag, mean, middle, bare = false, size = 'normal', rising = false } = props
  const [ref, width] = useWidth<HTMLDivElement>()
  const scale = size === 'small' ? 0.85 : 1
  const mark = 26 * scale
  const left = Math.max(18, Math.min(64, width * 0.05))
  const length = Math.max(1, width - 2 * left)
  const x = (points: number) => left + (points / max) * length

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
  const top = bracket ? 32 : 4
  const base = top + marksHeight + aboveBand + bar
  const markY = (level: number) => base - bar - aboveBand - mark / 2 - level * (mark + 3)
  const laneY = (index: number) => base - bar - 12 - index * lane

  const steps = bands ? bandSteps(bands, max) : []
  const stacked = steps.some((step) => (step.end - step.start) * length < wordsWidth(step))
  const wordsY = base + (mean || middle ? 28 : 20)
  const pointsY = wordsY + (stacked ? 38 : 22)
  const points = placePoints({ mean, middle, x, width })
  const lastLine = pointsY + Math.max(0, ...points.map(({ line }) => line)) * 18
  const height = (points.length > 0 ? lastLine : wordsY + (stacked ? 17 : 0)) + 6

  return (
    <figure className="score-strip" ref={ref} data-rising={rising || undefined}>
      <StripText {...props} lowest={lowest} highest={highest} />
      {width > 0 && (
        <svg className="score-strip-picture" width={width} height={height} aria-hidden focusable="false">
          <BandBar bands={bands} max={max} left={left} width={length} base={base} height={bar} />
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
            <Change
              key={reviewer}
              was={was}
              from={x(was)}
              to={x(points)}
              y={laneY(lanes[index] ?? 0)}
              yours={yours ?? false}
            />
          ))}
          {ordered.map(({ reviewer, points, yours }, index) => (
            <g key={reviewer} className="score-strip-at" style={{ '--x': `${x(points)}px` }}>
              <g
                className="score-strip-mark"
                style={{ '--y': `${markY(levels[index] ?? 0)}px`, '--base': `${base}px`, '--scale': scale }}
              >
                <MarkShape number={reviewer} yours={yours} />
              </g>
            </g>
          ))}
          {bracket && (
            <Bracket from={x(lowest)} to={x(highest)} words={`${highest - lowest} of ${max}`} flag={flag} />
          )}
          {bands === null ? (
            <g className="score-strip-range">
              <text x={left} y={base + 19} textAnchor="middle">
                0
              </text>
              <text x={left + length} y={base + 19} textAnchor="middle">
                {max}
              </text>
            </g>
          ) : (
            steps.map((step) => (
              <BandWords
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
        </svg>
      )}
    </figure>
  )
}

function Change({
  was,
  from,
  to,
  y,
  yours,
}: {
  was: number
  from: number
  to: number
  y: number
  yours: boolean
}) {
  const onward = to >= from ? 1 : -1
  const tip = to - onward * 3
  const room = Math.abs(to - from) > 12
  return (
    <g className="score-strip-change" data-yours={yours || undefined}>
      <circle cx={from} cy={y} r="2.5" />
      {room && (
        <path
          d={`M${from + onward * 2.5} ${y}H${tip}M${tip - onward * 5} ${y - 3.5}L${tip} ${y}L${tip - onward * 5} ${y + 3.5}`}
        />
      )}
      <text x={from - onward * 6} y={y + 5} textAnchor={onward > 0 ? 'end' : 'start'}>
        {was}
      </text>
    </g>
  )
}

function Bracket({
  from,
  to,
  words,
  flag,
}: {
  from: number
  to: number
  words: string
  flag: FlagKind | undefined
}) {
  const y = 16
  const middle = (from + to) / 2
  const gap = 42
  const inside = to - from > 2 * gap + 24
  const line = inside
    ? `M${from} ${y + 8}V${y}H${middle - gap}M${middle + gap} ${y}H${to}V${y + 8}`
    : `M${from} ${y + 10}V${y + 4}H${to}V${y + 10}`
  return (
    <g className="score-strip-bracket" data-flag={flag}>
      <path d={line} />
      <text x={middle} y={inside ? y + 5 : y - 2} textAnchor="middle">
        {words}
      </text>
    </g>
  )
}

interface BandWordsProps {
  word: string
  from: number
  to: number
  x: number
  y: number
  stacked: boolean
}

function BandWords({ word, from, to, x, y, stacked }: BandWordsProps) {
  return (
    <text className="score-strip-words" x={x} y={y} textAnchor="middle">
      <tspan className="score-strip-word">{word}</tspan>
      <tspan {...(stacked ? { x, dy: 17 } : { dx: 5 })}>
        {from}–{to}
      </tspan>
    </text>
  )
}
