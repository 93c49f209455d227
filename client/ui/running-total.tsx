import type { RowStatus } from './row-disc.tsx'
import './running-total.css'

export interface RunningTotalProps {
  /** Points given so far; null while no row has any. */
  points: number | null
  max: number
  /** All rows in rubric order. */
  rows: readonly RowStatus[]
}

/** What one has given so far, with a tick for each row: tall done, half begun, low untouched. */
export function RunningTotal({ points, max, rows }: RunningTotalProps) {
  const complete = rows.filter((status) => status === 'complete').length
  return (
    <div className="running-total">
      <p className="running-total-figure">
        <span className="t-figure">{points ?? '–'}</span> <span className="running-total-max">of {max}</span>
      </p>
      <p className="running-total-rows">
        {complete} of {rows.length} rows complete
      </p>
      <svg
        className="running-total-ticks"
        viewBox={`0 0 ${rows.length * 6.6} 15`}
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
