import type { Cell } from './raw-table.ts'

/**
 * A text as it is written into a file that a spreadsheet opens: one that it would take for a formula gets an apostrophe in front
 * (OWASP, "CSV Injection").
 */
export function guarded(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

/** The text that was guarded. A formula that was not is a text as well: nothing is ever computed from it. */
export function unguarded(cell: Cell): Cell {
  return typeof cell === 'string' && /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}
