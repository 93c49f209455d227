import { cleanText } from '../../../shared/application/clean-text.ts'
import {
  pageLength,
  type DocumentText,
  type DocumentType,
  type TextBlock,
} from '../../../shared/application/document-text.ts'
import { cutLong } from './cut.ts'

/** What a reader of a file finds in it, in order; `page` is where a page of the file ends. */
export type Piece =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph' | 'item' | 'table'; readonly text: string }
  | { readonly kind: 'page' }

/** A page with more than this is not one that a printer made, in UTF-16 units: three typed pages. */
const longestOwnPage = 3 * pageLength

/** Makes a document of pieces; null where they hold no text. */
export function assemble(type: DocumentType, pieces: readonly Piece[]): DocumentText | null {
  const parts: string[] = []
  const blocks: TextBlock[] = []
  const breaks: number[] = []
  let length = 0
  const add = (part: string): void => {
    parts.push(part)
    length += part.length
  }
  for (const piece of pieces) {
    if (piece.kind === 'page') {
      add('\n')
      breaks.push(length)
      continue
    }
    const text = tidy(piece)
    if (text === '') continue
    if (blocks.length > 0) add('\n\n')
    for (const { start, end } of piece.kind === 'table' ? [{ start: 0, end: text.length }] : cutLong(text)) {
      const level = piece.kind === 'heading' ? { level: Math.min(Math.max(piece.level, 1), 6) } : {}
      blocks.push({ kind: piece.kind, ...level, start: length + start, end: length + end })
    }
    add(text)
  }
  const last = blocks.at(-1)
  if (!last) return null
  const text = parts.join('').slice(0, last.end)
  const own = [0, ...breaks.filter((at) => at < last.end)]
  const ends = [...own.slice(1), last.end]
  const ownPages = own.length > 1 && own.every((start, page) => (ends[page] ?? 0) - start <= longestOwnPage)
  const starts = ownPages ? own : nominalPages(blocks, text)
  return { version: 1, type, text, blocks, pages: starts.map((start) => ({ start, label: null })), ownPages }
}

/** No blank lines, nothing blank at the ends of lines; tabs in tables alone, where the last cells of a row may be empty. */
function tidy(piece: Exclude<Piece, { kind: 'page' }>): string {
  const clean = cleanText(piece.text)
  if (piece.kind === 'table') {
    const rows = clean.split('\n').filter((row) => row.trim() !== '')
    return rows
      .map((row) =>
        row
          .split('\t')
          .map((cell) => cell.trim())
          .join('\t'),
      )
      .join('\n')
  }
  const lines = clean.replaceAll('\t', ' ').split('\n')
  return lines
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n')
    .trim()
}

/** Pages as near to `pageLength` as the blocks allow; where these are too long, within one, at one and a half at most. */
function nominalPages(blocks: readonly TextBlock[], text: string): number[] {
  const starts = [0]
  let page = 0
  const turn = (at: number): void => {
    page = at
    starts.push(at)
  }
  for (const [index, block] of blocks.entries()) {
    const nearer = pageLength - (block.start - page) < block.end - page - pageLength
    if (nearer && block.start - page >= pageLength / 2) {
      const before = blocks[index - 1]
      // A heading goes to the page of what it heads.
      const withHeading = before?.kind === 'heading' && before.start - page >= pageLength / 2
      turn(withHeading ? before.start : block.start)
    }
    while (block.end - page > 1.5 * pageLength) turn(placeWithin(text, page))
  }
  return starts
}

/** Where to turn the page in a block that is too long for one: after a line, else after a word. */
function placeWithin(text: string, page: number): number {
  const half = page + pageLength / 2
  for (const mark of ['\n', ' ']) {
    const at = text.lastIndexOf(mark, page + pageLength - 1) + 1
    if (at > half) return at
  }
  return page + pageLength
}
