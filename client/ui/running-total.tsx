import type { RowStatus } from './row-disc.tsx'
import './running-total.css'

export interface RunningTotalProps {
  /** Points given so far, as people read them; null while no row has any. */
  points: string | null
  /** What there is to give: "of 500". */
  reach: string
  /** What there is to say of the total, sentence by sentence. */
  notes?: readonly string[]
  /** All rows in rubric order. */
  rows: readonly RowStatus[]
}

/** What one has given so far, with a tick for each row: tall done, half begun, low untouched. */
export function RunningTotal({ points, reach, notes = [], rows }: RunningTotalProps) {
  const complete = rows.filter((status) => status === 'complete').length
  return (
    <div className="running-total">
      <p className="running-total-figure">
        <span className="t-figure">{points ?? '–'}</span> <span className="running-total-max">{reach}</span>
      </p>
      <p className="running-total-rows">
        {complete} of {rows.length} rows complete
      </p>
      {notes.map((note) => (
        <p key={note} className="running-total-note">
          {note}
        </p>
      ))}
      <svg
        className="running-total-ticks"
        viewBox={`0 0 ${rows.length * 6.6} 15`}
        style={{ '--rows': rows.length }}
        preserveAspectRatio="none"
        aria-hidden
        focusable="false"
      >
        {rows.map((status, index) => (
          <path key={index} data-status={status} d={`M${index * 6.6 + 2} 15v-${height[status]}`} />
        ))}
      </svg>
    </div>
  )
}

const height = { complete: 14, begun: 7, untouched: 2 } as const
