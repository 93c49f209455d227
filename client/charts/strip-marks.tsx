import { type KeyboardEvent, useState } from 'react'
import { MarkShape } from '../ui/reviewer-mark.tsx'
import type { Scale } from './band-shape.ts'
import type { StripScore } from './score-strip.tsx'
import { pointWords } from './strip-words.ts'

/** A score with the place of its mark, in units of the drawing. */
export interface PlacedScore extends StripScore {
  readonly x: number
  readonly y: number
}

export interface StripMarksProps extends Scale {
  readonly marks: readonly PlacedScore[]
  /** "(A)(1)(ii)" */
  readonly label: string
  /** Where the scale's line runs, from which marks rise. */
  readonly base: number
  readonly scale: number
  readonly width: number
  /** Nothing to go through. */
  readonly bare: boolean
}

/** Words stand over their mark, and no nearer than this to an edge. */
const wordsRoom = 140

/** The marks of a strip. One of them can be tabbed to; from there the arrow keys go along the scale, and each point says itself. */
export function StripMarks({ marks, label, rubric, row, base, scale, width, bare }: StripMarksProps) {
  const along = marks.toSorted((a, b) => a.points - b.points || a.reviewer - b.reviewer)
  const [last, setLast] = useState<number | null>(null)
  const [shown, setShown] = useState<number | null>(null)
  const current = along.find(({ reviewer }) => reviewer === last) ?? along[0]
  if (bare) return marks.map((mark) => <Mark key={mark.reviewer} {...mark} base={base} scale={scale} />)

  function onKeyDown(event: KeyboardEvent<SVGGElement>): void {
    const at = along.findIndex((mark) => mark === current)
    const ends = { Home: along[0], End: along.at(-1) }
    const steps = {
      ArrowRight: along[at + 1],
      ArrowUp: along[at + 1],
      ArrowLeft: along[at - 1],
      ArrowDown: along[at - 1],
    }
    const led = Object.entries({ ...ends, ...steps }).find(([key]) => key === event.key)
    if (!led) return
    event.preventDefault()
    const [, next] = led
    if (!next) return
    setLast(next.reviewer)
    event.currentTarget.querySelector<SVGGElement>(`[data-reviewer="${next.reviewer}"]`)?.focus()
  }

  const said = marks.find(({ reviewer }) => reviewer === shown)
  return (
    <>
      <g role="listbox" aria-label={`Points on ${label}, from the lowest`} onKeyDown={onKeyDown}>
        {marks.map((mark) => (
          <g
            key={mark.reviewer}
            className="score-strip-stop"
            role="option"
            aria-label={pointWords({ rubric, row }, mark)}
            aria-selected={mark === current}
            aria-posinset={along.indexOf(mark) + 1}
            aria-setsize={along.length}
            tabIndex={mark === current ? 0 : -1}
            data-reviewer={mark.reviewer}
            onFocus={() => {
              setLast(mark.reviewer)
              setShown(mark.reviewer)
            }}
            onBlur={() => setShown(null)}
            onPointerEnter={() => setShown(mark.reviewer)}
            onPointerLeave={() => setShown(null)}
          >
            <Mark {...mark} base={base} scale={scale} />
          </g>
        ))}
      </g>
      {said && (
        <text
          className="score-strip-said"
          aria-hidden
          x={Math.max(wordsRoom, Math.min(said.x, Math.max(width - wordsRoom, width / 2)))}
          y="19"
          textAnchor="middle"
        >
          {pointWords({ rubric, row }, said)}
        </text>
      )}
    </>
  )
}

type MarkProps = PlacedScore & Pick<StripMarksProps, 'base' | 'scale'>

function Mark({ reviewer, yours, x, y, base, scale }: MarkProps) {
  return (
    <g className="score-strip-at" style={{ '--x': `${x}px` }}>
      <g className="score-strip-mark" style={{ '--y': `${y}px`, '--base': `${base}px`, '--scale': scale }}>
        <circle className="score-strip-halo" r="20" />
        <circle className="score-strip-ring" r="17" />
        <MarkShape number={reviewer} yours={yours} />
      </g>
    </g>
  )
}
