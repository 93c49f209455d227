import { rowsOf, type Rubric } from '../../../shared/rubric/rubric.ts'
import { unitsPerPoint } from '../../../shared/rubric/shown-points.ts'
import type { ReviewEffects, RowEffects } from '../../../shared/statistics/effects.ts'
import { Disclosure } from '../../room/disclosure.tsx'
import { labelWords } from './effect-words.ts'
import './agreement-rows.css'

/** Whether the panel saw each row alike, by the measures that have names, in the rubric's order. */
export function AgreementRows({ rubric, review }: { rubric: Rubric; review: ReviewEffects }) {
  const known = new Map(review.rows.map((row) => [row.row, row]))
  return (
    <div className="agreement-rows">
      <Disclosure summary="Agreement by row">
        <table className="agreement-rows-table">
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                Row
              </th>
              <th scope="col" rowSpan={2}>
                RAND/UCLA
              </th>
              <th scope="colgroup" colSpan={3} className="agreement-rows-over">
                Average deviation
              </th>
              <th scope="col" rowSpan={2} className="num">
                a_wg
              </th>
            </tr>
            <tr>
              <th scope="col" className="num">
                Mean
              </th>
              <th scope="col" className="num">
                Middle
              </th>
              <th scope="col" className="num">
                Limit
              </th>
            </tr>
          </thead>
          <tbody>
            {rowsOf(rubric).map(({ id }) => {
              const row = known.get(id)
              return row && <AgreementRow key={id} rubric={rubric} row={row} />
            })}
          </tbody>
        </table>
        <p className="agreement-rows-note">
          Average deviations from the mean and from the middle in points; one above the limit, in bold, is no
          agreement. a_wg: 1 where all agree, 0 where they spread evenly, −1 where they sit at both ends; ·
          where the mean lies too near an end. RAND/UCLA on rows with printed bands.
        </p>
      </Disclosure>
    </div>
  )
}

function AgreementRow({ rubric, row }: { rubric: Rubric; row: RowEffects }) {
  const { averageDeviation: found, agreement, label } = row
  const perPoint = unitsPerPoint(rubric)
  const inPoints = (units: number) => (units / perPoint).toFixed(perPoint === 1 ? 1 : 2)
  const over = found !== null && found.fromMedian > found.limit
  return (
    <tr>
      <th scope="row">{row.row}</th>
      <td>{label ? labelWords[label] : '·'}</td>
      <td className="num">{found ? inPoints(found.fromMean) : '·'}</td>
      <td className="num" data-over={over || undefined}>
        {found ? inPoints(found.fromMedian) : '·'}
      </td>
      <td className="num third">{found ? inPoints(found.limit) : '·'}</td>
      <td className="num">{agreement === null ? '·' : agreement.toFixed(2).replace('-', '−')}</td>
    </tr>
  )
}
