import type { DocumentText } from '../../shared/application/document-text.ts'
import type { Passage } from '../reading/passages.ts'

/** A block of a document, or the part of it that lies in a passage. */
export type SpanBlock =
  | (Passage & { readonly kind: 'heading' | 'paragraph' })
  | { readonly kind: 'items'; readonly start: number; readonly items: readonly Passage[] }
  | { readonly kind: 'table'; readonly start: number; readonly rows: readonly (readonly Passage[])[] }

/** What is drawn of a passage, in order; items that follow each other are one list, and a table has its whole rows. */
export function spanBlocks({ text, blocks }: DocumentText, passage: Passage): readonly SpanBlock[] {
  const drawn: SpanBlock[] = []
  for (const block of blocks) {
    const own = trimmed(text, Math.max(block.start, passage.start), Math.min(block.end, passage.end))
    if (own.start >= own.end) continue
    const before = drawn.at(-1)
    if (block.kind === 'table')
      drawn.push({ kind: 'table', start: own.start, rows: rowsIn(text, block, passage) })
    else if (block.kind !== 'item')
      drawn.push({ kind: block.kind === 'heading' ? 'heading' : 'paragraph', ...own })
    else if (before?.kind === 'items') drawn[drawn.length - 1] = { ...before, items: [...before.items, own] }
    else drawn.push({ kind: 'items', start: own.start, items: [own] })
  }
  return drawn
}

function trimmed(text: string, start: number, end: number): Passage {
  const words = text.slice(start, Math.max(start, end))
  const from = start + (words.length - words.trimStart().length)
  return { start: from, end: from + words.trim().length }
}

/** The rows of a table that a passage touches, all of the same width. */
function rowsIn(text: string, table: Passage, passage: Passage): readonly (readonly Passage[])[] {
  let at = table.start
  const rows: Passage[][] = []
  for (const line of text.slice(table.start, table.end).split('\n')) {
    const end = at + line.length
    if (at < passage.end && end > passage.start) {
      let from = at
      rows.push(
        line.split('\t').map((cell) => {
          const own = { start: from, end: from + cell.length }
          from = own.end + 1
          return own
        }),
      )
    }
    at = end + 1
  }
  const wide = Math.max(...rows.map((row) => row.length))
  return rows.map((row) => {
    const last = row.at(-1)?.end ?? table.start
    return [...row, ...Array.from({ length: wide - row.length }, () => ({ start: last, end: last }))]
  })
}
