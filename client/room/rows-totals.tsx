import { formTotal } from '../../shared/form/form-record.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { shownPoints } from '../../shared/rubric/shown-points.ts'
import { bestInWords, ofReach, reachOfTotal } from '../../shared/rubric/told-points.ts'
import { rowsTogether } from '../../shared/rubric/total-words.ts'
import type { RoomColumn } from './room-columns.ts'
import { totalsSentence } from './score-words.ts'
import './rows-table.css'

interface RowsTotalsProps {
  readonly rubric: Rubric
  readonly columns: readonly RoomColumn[]
  /** Columns of the table that are left for the sentence. */
  readonly words: number
}

/** The foot of the table of all rows, drawn or in numbers: each total, and how far apart they are. */
export function RowsTotals({ rubric, columns, words }: RowsTotalsProps) {
  const totals = columns.filter(({ excused }) => !excused).map(({ record }) => formTotal(rubric, record))
  const reach = reachOfTotal(rubric)
  const best = bestInWords(rubric, reach)
  return (
    <tfoot>
      <tr>
        <th colSpan={3} scope="row" className="rows-total-title">
          <strong>{rowsTogether(rubric)}</strong> {ofReach(rubric, reach)}
          {best !== null && `, ${best}`}
        </th>
        {columns.map(({ seat, excused, record }) => (
          <td key={seat} className="rows-total" data-excused={excused || undefined}>
            {shownPoints(rubric, formTotal(rubric, record))}
          </td>
        ))}
        <td colSpan={words} className="rows-total-words">
          {totalsSentence(rubric, totals)}
        </td>
      </tr>
    </tfoot>
  )
}
