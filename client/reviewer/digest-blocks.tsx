import type { DigestBlock } from '../live/read.ts'
import './digest-blocks.css'

/** The blocks of a part: prose, tables, and what the application leaves unsaid. */
export function DigestBlocks({ blocks }: { blocks: readonly DigestBlock[] }) {
  return (
    <div className="digest">
      {blocks.map((block, index) => {
        switch (block.kind) {
          case 'text':
            return (
              <p key={index} className="t-reading">
                {block.text}
              </p>
            )
          case 'silent':
            return (
              <p key={index} className="digest-silent">
                <strong>Not told, or not legible.</strong> {block.text}
              </p>
            )
          case 'table':
            return <DigestTable key={index} table={block} />
        }
      })}
    </div>
  )
}

function DigestTable({ table }: { table: Extract<DigestBlock, { kind: 'table' }> }) {
  const { caption, head, rows } = table
  const numeric = head.map((_, column) => column > 0 && rows.every((row) => isFigure(row[column] ?? '')))
  const short = [head[0] ?? '', ...rows.map((row) => row[0] ?? '')].every((cell) => cell.length <= 14)
  return (
    // Wide tables scroll inside; the page does not. Whoever uses the keyboard must be able to reach that.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="digest-table-room" tabIndex={0} role="region" aria-label={caption}>
      <table className="digest-table" data-short={short || undefined}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((word, column) =>
              word === '' ? (
                <td key={column} />
              ) : (
                <th key={column} scope="col" className={numeric[column] ? 'num' : undefined}>
                  {word}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={column} className={numeric[column] ? 'num' : undefined}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function isFigure(cell: string): boolean {
  return /^[–-]$|^[$−-]?[\d.,]+( ?(%|million|billion))?$/.test(cell.trim())
}
