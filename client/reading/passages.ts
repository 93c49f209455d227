import type { DocumentText } from '../../shared/application/document-text.ts'
import './passages.css'

/** From where to where in a document's text, in UTF-16 units. */
export interface Passage {
  readonly start: number
  readonly end: number
}

/** The document that stands in the reading column, for whoever draws on it. */
export interface ShownDocument {
  readonly id: string
  /** SHA-256 of its file. */
  readonly file: string
  readonly text: DocumentText
  /** What holds its words; places in the text are found in it by `rangesOf`. */
  readonly root: HTMLElement
  /** Another one whenever other words have been drawn in it, or drawn elsewhere. */
  readonly version: number
}

/**
 * The attribute of an element that holds words of the document in a single text node, unit by unit: where in the text they begin.
 * Such elements stand in the order of the text.
 */
export const startAttribute = 'data-start'

/**
 * Where a passage stands in what is drawn of a document now: a range for each piece of it, none for what is not drawn. Nothing in
 * the page changes by it.
 */
export function rangesOf(root: HTMLElement, start: number, end: number): readonly Range[] {
  return rangesOfAll(root, [{ start, end }])
}

/** The same for many passages, which looks for the pieces once. */
export function rangesOfAll(root: HTMLElement, passages: readonly Passage[]): readonly Range[] {
  const pieces = piecesIn(root)
  return passages.flatMap(({ start, end }) => {
    const ranges: Range[] = []
    for (let at = lastFrom(pieces, start); at < pieces.length; at += 1) {
      const piece = pieces[at]
      if (!piece || startOf(piece) >= end) break
      const range = rangeIn(piece, start, end)
      if (range) ranges.push(range)
    }
    return ranges
  })
}

/** What is selected of a document, as a passage of its text; null where nothing of it is. */
export function selectedPassage(root: HTMLElement): Passage | null {
  const selection = getSelection()
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(root)) return null
  let start = Infinity
  let end = -Infinity
  for (const piece of piecesIn(root)) {
    const words = wordsOf(piece)
    if (!words || !range.intersectsNode(words)) continue
    const from = range.startContainer === words ? range.startOffset : 0
    const to = range.endContainer === words ? range.endOffset : words.length
    if (from >= to) continue
    start = Math.min(start, startOf(piece) + from)
    end = Math.max(end, startOf(piece) + to)
  }
  return start < end ? { start, end } : null
}

/** What is painted over words: hits of a search, the one that one is at, and private marks. The later one lies above. */
const paints = ['mark', 'search', 'here'] as const

export type Paint = (typeof paints)[number]

/** Paints ranges in place of what was painted under the same name before. The page itself does not change. */
export function paint(name: Paint, ranges: readonly Range[]): void {
  // A browser without them shows the words unpainted.
  if (!('highlights' in CSS)) return
  if (ranges.length === 0) CSS.highlights.delete(`reading-${name}`)
  else {
    const highlight = new Highlight(...ranges)
    highlight.priority = paints.indexOf(name)
    CSS.highlights.set(`reading-${name}`, highlight)
  }
}

type Pieces = NodeListOf<HTMLElement>

function piecesIn(root: HTMLElement): Pieces {
  return root.querySelectorAll<HTMLElement>(`[${startAttribute}]`)
}

function startOf(piece: Element): number {
  return Number(piece.getAttribute(startAttribute))
}

function wordsOf(piece: Element): Text | null {
  return piece.firstChild instanceof Text ? piece.firstChild : null
}

/** The last piece that begins at or before a place, by its index; 0 where all begin after it. */
function lastFrom(pieces: Pieces, place: number): number {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const piece = pieces[middle]
    if (piece && startOf(piece) <= place) low = middle
    else high = middle - 1
  }
  return low
}

function rangeIn(piece: Element, start: number, end: number): Range | null {
  const words = wordsOf(piece)
  if (!words) return null
  const from = Math.max(0, start - startOf(piece))
  const to = Math.min(words.length, end - startOf(piece))
  if (from >= to) return null
  const range = document.createRange()
  range.setStart(words, from)
  range.setEnd(words, to)
  return range
}
