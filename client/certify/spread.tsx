import type { CalibrationPage } from '../../shared/competition/calibration-page.ts'
import { rangeOf, rowsOf, type Row, type Rubric } from '../../shared/rubric/rubric.ts'
import { shownPoints } from '../../shared/rubric/shown-points.ts'
import { ofReach, reachInWords, shownOrNone } from '../../shared/rubric/told-points.ts'
import { TableStrip } from '../charts/table-strip.tsx'
import './spread.css'

interface SpreadProps {
  readonly page: CalibrationPage
  readonly rubric: Rubric
  /** Whether one's own points stand beside the others'. */
  readonly own: boolean
}

/** Row by row how far apart the forms are that are ready, the widest first as a share of what the row takes; without names. */
export function Spread({ page, rubric, own }: SpreadProps) {
  const rows = spreadRows(page, rubric)
  return (
    <table className="spread">
      <caption className="visually-hidden">
        How far apart the scores of each row are, the widest first
      </caption>
      <thead>
        <tr>
          <th scope="col">Row</th>
          <th scope="col">Scores</th>
          <th scope="col" className="num">
            From – to
          </th>
          <th scope="col" className="num">
            Apart
          </th>
          {own && (
            <th scope="col" className="num">
              Yours
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, points, mine, lowest, highest }) => (
          <tr key={row.id}>
            <th scope="row">
              <span className="spread-id">{row.id}</span> {row.title}{' '}
              <span className="third">{reachInWords(rubric, row)}</span>
            </th>
            <td className="spread-strip">
              <TableStrip rubric={rubric} row={row} points={points} mine={own ? mine : null} width={240} />
            </td>
            <td className="num" data-label="From – to">
              {reachOf(rubric, { points, lowest, highest })}
            </td>
            <td className="num" data-label="Apart">
              <strong>{points.length < 2 ? '–' : shownPoints(rubric, highest - lowest)}</strong>{' '}
              <span className="third">{ofReach(rubric, row)}</span>
            </td>
            {own && (
              <td className="num spread-own" data-label="Yours">
                {shownOrNone(rubric, mine)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** "12 – 30", or the one number where all gave it. */
function reachOf(
  rubric: Rubric,
  { points, lowest, highest }: Pick<SpreadRow, 'points' | 'lowest' | 'highest'>,
): string {
  if (points.length === 0) return '–'
  const [from, to] = [shownPoints(rubric, lowest), shownPoints(rubric, highest)]
  return from === to ? from : `${from} – ${to}`
}

interface SpreadRow {
  readonly row: Row
  readonly points: readonly number[]
  readonly mine: number | null
  readonly lowest: number
  readonly highest: number
}

/** The rows of the rubric with their points, the widest first; where two are as wide, in the rubric's order. */
export function spreadRows({ rows }: CalibrationPage, rubric: Rubric): readonly SpreadRow[] {
  const given = new Map(rows.map((each) => [each.row, each]))
  const share = ({ row, lowest, highest }: SpreadRow): number => (highest - lowest) / rangeOf(row)
  return rowsOf(rubric)
    .map((row): SpreadRow => {
      const { points = [], mine = null } = given.get(row.id) ?? {}
      return { row, points, mine, lowest: points[0] ?? 0, highest: points.at(-1) ?? 0 }
    })
    .toSorted((one, other) => share(other) - share(one))
}
