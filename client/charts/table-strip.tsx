import { shownPoints } from '../../shared/rubric/shown-points.ts'
import { ofReach } from '../../shared/rubric/told-points.ts'
import { BandBar } from './band-bar.tsx'
import { shareOf, type Scale } from './band-shape.ts'
import './table-strip.css'

export interface TableStripProps extends Scale {
  /** In units. */
  points: readonly number[]
  /** One's own, where it is to be told apart. */
  mine?: number | null | undefined
  width?: number | undefined
}

/** The scores of a row in a table: dots without numbers, larger where two agree, a thin line from lowest to highest. */
export function TableStrip({ rubric, row, points, mine = null, width = 140 }: TableStripProps) {
  const left = 4
  const length = width - 2 * left
  const x = (at: number) => left + shareOf(row, at) * length
  const sorted = points.toSorted((a, b) => a - b)
  const lowest = sorted[0]
  const highest = sorted.at(-1)
  const places = [...new Set(sorted)]
  const apart = (highest ?? 0) - (lowest ?? 0)
  const shown = (units: number) => shownPoints(rubric, units)
  const words =
    sorted.length === 0
      ? 'No scores.'
      : `${sorted.map(shown).join(', ')} ${ofReach(rubric, row)}, ${apart === 0 ? 'none' : shown(apart)} apart.${mine === null ? '' : ` Yours: ${shown(mine)}.`}`
  return (
    <svg className="table-strip" width={width} height="22" role="img" aria-label={words} focusable="false">
      <BandBar rubric={rubric} row={row} left={left} width={length} base={20} height={7} under={0} />
      {lowest !== undefined && highest !== undefined && highest > lowest && (
        <path className="table-strip-reach" d={`M${x(lowest)} 6H${x(highest)}`} />
      )}
      {places.map((place) => (
        <circle
          key={place}
          className="table-strip-dot"
          cx={x(place)}
          cy="6"
          r={sorted.filter((other) => other === place).length > 1 ? 3.9 : 2.6}
        />
      ))}
      {mine !== null && <path className="table-strip-mine" d={`M${x(mine)} 11l4 8h-8Z`} />}
    </svg>
  )
}
