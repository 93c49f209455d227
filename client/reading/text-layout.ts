import type { DocumentText, TextBlock } from '../../shared/application/document-text.ts'
import { pageAt, pageRange } from '../../shared/application/pages-of-text.ts'
import type { Passage } from './passages.ts'
import type { Border } from './parts.ts'

/** Words that stand in one line of flow; before the first of a page that begins among them, its number. */
export interface Run extends Passage {
  /** The page that begins here, in the middle of a block, by its number from 1. */
  readonly page: number | null
}

/** What is drawn under each other: a rule where a part begins or ends, a block or a piece of one, a list of items, a table. */
export type Drawn =
  | { readonly kind: 'border'; readonly key: string; readonly words: string }
  | { readonly kind: 'heading'; readonly key: string; readonly level: number; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph' | 'aside'; readonly key: string; readonly runs: readonly Run[] }
  | { readonly kind: 'items'; readonly key: string; readonly items: readonly (readonly Run[])[] }
  | { readonly kind: 'table'; readonly key: string; readonly rows: readonly (readonly Passage[])[] }

/** A page of a document as text: what begins on it. */
export interface TextPage {
  /** From 1. */
  readonly page: number
  /** Whether it begins between blocks; else its number stands in the block of the page before. */
  readonly numbered: boolean
  readonly drawn: readonly Drawn[]
  /** How high it will about be, with so many letters in a line: in lines of reading text and in spaces between blocks. */
  readonly lines: (lettersInLine: number) => { readonly lines: number; readonly spaces: number }
}

/** Lays a document out page by page. A block belongs to the page that it begins on; a border within a block cuts it in two. */
export function textPages(text: DocumentText, borders: readonly Border[]): readonly TextPage[] {
  let next = 0
  let cut = 0
  return text.pages.map((_, index) => {
    const page = index + 1
    const { start, end } = pageRange(text, page)
    const drawn: Drawn[] = []
    const lengths: number[] = []
    const numbered = (text.blocks[next - 1]?.end ?? 0) <= start
    let rows = 0
    for (let block = text.blocks[next]; block && block.start < end; next += 1, block = text.blocks[next]) {
      let from = block.start
      const untilCut = (): Border | undefined => {
        const border = borders[cut]
        return border && border.at < Math.max(block.end, from + 1) ? border : undefined
      }
      for (let border = untilCut(); border; border = untilCut()) {
        cut += 1
        // A table is not cut: its border stands before it.
        if (border.at > from && block.kind !== 'table') {
          add(drawn, text, { ...block, start: from, end: border.at })
          from = border.at
        }
        drawn.push({ kind: 'border', key: `border ${border.at} ${border.words}`, words: border.words })
      }
      add(drawn, text, { ...block, start: from })
      lengths.push(block.end - block.start)
      if (block.kind === 'table') rows += text.text.slice(block.start, block.end).split('\n').length
    }
    return {
      page,
      numbered,
      drawn,
      lines: (lettersInLine) => ({
        lines: rows + lengths.reduce((sum, length) => sum + Math.ceil(length / lettersInLine), 0),
        spaces: lengths.length,
      }),
    }
  })
}

function add(drawn: Drawn[], text: DocumentText, block: TextBlock): void {
  if (text.text.slice(block.start, block.end).trim() === '') return
  const key = `${block.kind} ${block.start}`
  const before = drawn.at(-1)
  switch (block.kind) {
    case 'heading':
      return void drawn.push({ kind: 'heading', key, level: block.level ?? 1, runs: runs(text, block) })
    case 'paragraph':
    case 'aside':
      return void drawn.push({ kind: block.kind, key, runs: runs(text, block) })
    case 'item': {
      const item = runs(text, block)
      if (before?.kind === 'items') drawn[drawn.length - 1] = { ...before, items: [...before.items, item] }
      else drawn.push({ kind: 'items', key, items: [item] })
      return
    }
    case 'table':
      return void drawn.push({ kind: 'table', key, rows: cells(text, block) })
  }
}

/** A block's words, parted where a page begins among them. */
function runs(text: DocumentText, { start, end }: Passage): readonly Run[] {
  const parted: Run[] = []
  let page = pageAt(text, start)
  let from = start
  for (let next = text.pages[page]?.start; next !== undefined && next < end; next = text.pages[page]?.start) {
    if (next > from) parted.push({ start: from, end: next, page: from === start ? null : page })
    from = next
    page += 1
  }
  return [...parted, { start: from, end, page: from === start ? null : page }]
}

/** A table's cells: lines are rows, tabs part cells, and a short row has empty ones. */
function cells({ text }: DocumentText, { start, end }: Passage): readonly (readonly Passage[])[] {
  let at = start
  const rows = text
    .slice(start, end)
    .split('\n')
    .map((line) => {
      const row = line.split('\t').map((cell) => {
        const passage = { start: at, end: at + cell.length }
        at = passage.end + 1
        return passage
      })
      return row
    })
  const wide = Math.max(...rows.map((row) => row.length))
  return rows.map((row) => {
    const last = row.at(-1)?.end ?? start
    return [...row, ...Array.from({ length: wide - row.length }, () => ({ start: last, end: last }))]
  })
}
