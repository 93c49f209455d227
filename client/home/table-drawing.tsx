import { ScoreStrip } from '../charts/score-strip.tsx'
import { printed } from '../../shared/rubric/race-to-the-top/printed-bands.ts'
import { MonitorMark, ReviewerMark, StaffMark } from '../ui/reviewer-mark.tsx'
import './table-drawing.css'

const far = [1, 2, 3] as const
const near = [4, 5] as const

const row = { max: 45, bands: printed[45] }

/** Nobody's scores: an example of how far apart five readers can be. */
const example = [
  { reviewer: 3, points: 10 },
  { reviewer: 5, points: 19 },
  { reviewer: 2, points: 27 },
  { reviewer: 1, points: 34 },
  { reviewer: 4, points: 40 },
] as const

/** The panel at its table: five reviewers around one row's scores, the monitor at the head, staff behind a line. */
export function TableDrawing() {
  return (
    <figure
      className="table-drawing"
      role="img"
      aria-label="Five reviewers sit around one table with their scores on it, the panel monitor at its head. Program staff sit apart."
    >
      <div aria-hidden className="table-drawing-side" data-side="far">
        {far.map((number) => (
          <span key={number} className="table-drawing-seat">
            Reviewer {number}
            <ReviewerMark number={number} size="giant" />
          </span>
        ))}
      </div>
      <span aria-hidden className="table-drawing-seat" data-side="head">
        <MonitorMark size="giant" />
        Panel monitor
      </span>
      <div aria-hidden className="table-drawing-table">
        <ScoreStrip label="an example" rubric={{}} row={row} scores={example} bare size="small" />
      </div>
      <div aria-hidden className="table-drawing-side" data-side="near">
        {near.map((number) => (
          <span key={number} className="table-drawing-seat">
            <ReviewerMark number={number} size="giant" />
            Reviewer {number}
          </span>
        ))}
      </div>
      <span aria-hidden className="table-drawing-seat" data-side="apart">
        <StaffMark size="giant" />
        Program staff
      </span>
    </figure>
  )
}
