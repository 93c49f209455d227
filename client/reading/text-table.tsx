import { useEffect, useRef, useState } from 'react'
import type { Passage } from './passages.ts'
import './text-table.css'

/** A table of a document; its first row is its head. */
export function TextTable({ text, rows }: { text: string; rows: readonly (readonly Passage[])[] }) {
  const [head = [], ...body] = rows
  const words = ({ start, end }: Passage): string => text.slice(start, end)
  const numeric = head.map(
    (_, column) => column > 0 && body.every((row) => isFigure(row[column] ? words(row[column]) : '')),
  )
  const short = rows.every((row) => !row[0] || row[0].end - row[0].start <= 14)
  return (
    <TableRoom>
      <table className="text-table" data-short={short || undefined}>
        <thead>
          <tr>
            {head.map((cell, column) =>
              cell.start === cell.end ? (
                <td key={column} />
              ) : (
                <th
                  key={column}
                  scope="col"
                  className={numeric[column] ? 'num' : undefined}
                  data-start={cell.start}
                >
                  {words(cell)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {body.map((row) => (
            <tr key={row[0]?.start}>
              {row.map((cell, column) =>
                cell.start === cell.end ? (
                  <td key={column} />
                ) : column === 0 ? (
                  <th key={column} scope="row" data-start={cell.start}>
                    {words(cell)}
                  </th>
                ) : (
                  <td key={column} className={numeric[column] ? 'num' : undefined} data-start={cell.start}>
                    {words(cell)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRoom>
  )
}

/** A wide table scrolls inside of its room, the page does not; only then the keyboard has to be able to reach it. */
function TableRoom({ children }: { children: React.ReactNode }) {
  const room = useRef<HTMLDivElement>(null)
  const [wide, setWide] = useState(false)
  useEffect(() => {
    const own = room.current
    if (!own) return
    const watch = new ResizeObserver(() => setWide(own.scrollWidth > own.clientWidth))
    watch.observe(own)
    // A page out of view is not laid out, and its tables do not notice that the column has become narrower.
    const sheet = own.closest('.text-sheet')
    if (sheet) watch.observe(sheet)
    return () => watch.disconnect()
  }, [])
  return (
    <div
      ref={room}
      className="text-table-room"
      {...(wide && { tabIndex: 0, role: 'group', 'aria-label': 'Table, wider than the column' })}
    >
      {children}
    </div>
  )
}

function isFigure(cell: string): boolean {
  return /^[–-]?$|^[$−-]?[\d.,]+( ?(%|million|billion))?$/.test(cell.trim())
}
