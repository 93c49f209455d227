import type { Piece } from './assemble.ts'

/** A table with a cell longer than this, in UTF-16 units, puts text in its place and tells no figures. */
const longestCell = 1_000

/**
 * A table by its rows and cells: one piece, cells parted by tabs. Forms put a whole narrative into a table of one cell, so a table
 * of one column or with a cell that reads like a page is taken apart into what its cells hold.
 */
export function tablePieces(rows: readonly (readonly (readonly Piece[])[])[]): Piece[] {
  const inCells = rows.flat(2)
  const cells = rows.map((row) => row.map((cell) => cell.map(textOf).join(' ')))
  const columns = Math.max(0, ...cells.map((row) => row.filter((cell) => cell !== '').length))
  if (columns < 2 || cells.flat().some((cell) => cell.length > longestCell)) return inCells
  return [{ kind: 'table', text: cells.map((row) => row.join('\t')).join('\n') }]
}

function textOf(piece: Piece): string {
  return piece.kind === 'page' ? '' : piece.text.replaceAll(/\s+/g, ' ').trim()
}
