import type { Row } from '../../shared/rubric/rubric.ts'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'
import { ReviewerMark } from '../ui/reviewer-mark.tsx'
import { compareBoxes, elementsRule, type BoxCompared } from './boxes.ts'
import { counted } from './number-words.ts'
import { columnName, type RoomColumn } from './room-columns.ts'
import './boxes-compared.css'

export interface BoxesComparedProps {
  readonly row: Row
  readonly columns: readonly RoomColumn[]
  /** Shows where the application speaks of an element, by its title. */
  readonly onLookUp: (element: string) => void
}

/** For a row of boxes: those on which the panel differs, seat by seat, and in a line those on which it agrees. */
export function BoxesCompared({ row, columns, onLookUp }: BoxesComparedProps) {
  if (!elementsRule(row)) return null
  const counting = columns.filter(({ excused }) => !excused)
  const boxes = compareBoxes(row, columns)
  const differing = boxes.filter(({ differs }) => differs)
  return (
    <section className="boxes-compared" aria-label={`Boxes of ${row.id}`}>
      <h2 className="t-subheading">
        {differing.length === 0
          ? 'All boxes are the same'
          : counted(differing.length, 'box differs', 'boxes differ')}
      </h2>
      {differing.length > 0 && (
        <table className="boxes-compared-table">
          <thead>
            <tr>
              <th scope="col">Element</th>
              {counting.map((column) => (
                <th key={column.seat} scope="col" className="boxes-compared-seat">
                  <ReviewerMark number={column.seat} yours={column.yours} label={columnName(column)} />
                </th>
              ))}
              <th scope="col" className="boxes-compared-look">
                <span className="visually-hidden">In the application</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {differing.map((box) => (
              <tr key={box.id}>
                <th scope="row">
                  <span className="boxes-compared-place">{box.place}</span> {box.title}
                </th>
                {counting.map(({ seat }) => (
                  <td key={seat} className="boxes-compared-seat">
                    {box.yes.includes(seat) ? (
                      <Icon name="check" label="in place" />
                    ) : (
                      <span className="third">
                        <span aria-hidden>–</span>
                        <span className="visually-hidden">not in place</span>
                      </span>
                    )}
                  </td>
                ))}
                <td className="boxes-compared-look">
                  <Link aria-label={`Look up element ${box.place}`} onClick={() => onLookUp(box.title)}>
                    Look up
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="boxes-compared-rest">{agreed(boxes)}</p>
    </section>
  )
}

function agreed(boxes: readonly BoxCompared[]): string {
  const same = boxes.filter(({ differs }) => !differs)
  const inPlace = same.filter(({ yes }) => yes.length > 0).map(({ place }) => place)
  const not = same.filter(({ yes }) => yes.length === 0).map(({ place }) => place)
  const parts = [
    inPlace.length > 0 ? `${inPlace.join(', ')} in place` : null,
    not.length > 0 ? `${not.join(', ')} not in place` : null,
  ].filter((part) => part !== null)
  return parts.length === 0 ? '' : `The same for all: ${parts.join('; ')}.`
}
