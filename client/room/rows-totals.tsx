import { formTotal } from '../../shared/form/form-record.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
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
  return (
    <tfoot>
      <tr>
        <th colSpan={3} scope="row" className="rows-total-title">
          <strong>Total of {rubric.totals.rows} rows</strong> of {rubric.totals.criteriaPoints}
        </th>
        {columns.map(({ seat, excused, record }) => (
          <td key={seat} className="rows-total" data-excused={excused || undefined}>
            {formTotal(rubric, record)}
          </td>
        ))}
        <td colSpan={words} className="rows-total-words">
          {totalsSentence(totals)}
        </td>
      </tr>
    </tfoot>
  )
}
