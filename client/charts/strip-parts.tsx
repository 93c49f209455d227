import type { FlagKind } from '../ui/flag.tsx'

// What stands on a row's scale beside the marks: parts of a drawing, placed in its units.

/** What a score was: an open point at its old place, the struck number, an arrow to the new stem. */
export function StripChange({
  was,
  from,
  to,
  y,
  yours,
}: {
  was: string
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

/** From the lowest to the highest, with the distance in it. */
export function StripBracket({
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
  from: string
  to: string
  x: number
  y: number
  stacked: boolean
}

/** The name of a band and its range, under its step. */
export function StripBandWords({ word, from, to, x, y, stacked }: BandWordsProps) {
  return (
    <text className="score-strip-words" x={x} y={y} textAnchor="middle">
      <tspan className="score-strip-word">{word}</tspan>
      <tspan {...(stacked ? { x, dy: 17 } : { dx: 5 })}>
        {from}–{to}
      </tspan>
    </text>
  )
}
