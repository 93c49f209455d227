import type { DocumentText } from '../../shared/application/document-text.ts'
import { pageAt, pageRange } from '../../shared/application/pages-of-text.ts'
import type { Place, Places } from '../../shared/application/places.ts'
import { textPages, type Drawn, type TextPage } from '../reading/text-layout.ts'

/** What stands between two places where a border can be: a block, an item of a list, or some sentences of a long paragraph. */
export interface Piece {
  readonly start: number
  readonly drawn: Drawn
}

export interface PageOfPieces extends Pick<TextPage, 'page' | 'numbered'> {
  readonly pieces: readonly Piece[]
}

/** Longer paragraphs have stops within, in UTF-16 units. */
const longest = 900
/** And between two of those lies at least this much. */
const shortest = 400

const sentenceEnd = /[.!?]["”’)\]]*\s+(?=[\p{Lu}\d"“(•])/gu

/** The pieces of a document, page by page. It is also cut at each of `also`, but for tables, which stay whole. */
export function piecesOf(text: DocumentText, also: readonly number[]): readonly PageOfPieces[] {
  const cuts = [...new Set([...text.blocks.flatMap((block) => sentences(text.text, block)), ...also])]
  const borders = cuts.toSorted((left, right) => left - right).map((at) => ({ at, words: '' }))
  return textPages(text, borders).map(({ page, numbered, drawn }) => ({
    page,
    numbered,
    pieces: drawn.flatMap(singly).flatMap((one) => {
      const start = startOf(one)
      return start === null ? [] : [{ start, drawn: one }]
    }),
  }))
}

/** Pieces as they are drawn under each other: items beside each other make one list. */
export function together(pieces: readonly Piece[]): readonly Drawn[] {
  return pieces.reduce<Drawn[]>((before, { drawn }) => {
    const last = before.at(-1)
    if (drawn.kind !== 'items' || last?.kind !== 'items') return [...before, drawn]
    return [...before.slice(0, -1), { ...last, items: [...last.items, ...drawn.items] }]
  }, [])
}

/** Where a border can stand: before every piece, and at the end of the text. */
export function stopsOf(pages: readonly PageOfPieces[], { text }: DocumentText): readonly number[] {
  return [...pages.flatMap(({ pieces }) => pieces.map(({ start }) => start)), text.length]
}

/** Places with each border where the next block begins, if there is nothing but white space up to it, and none within a table. */
export function settled(places: Places, texts: ReadonlyMap<string, DocumentText>): Places {
  return Object.fromEntries(
    Object.entries(places).map(([item, place]) => [item, place && settledPlace(place, texts)] as const),
  )
}

/** The stop before or after a place, or null at either end. */
export function stopBeside(stops: readonly number[], at: number, by: 1 | -1): number | null {
  const from = firstFrom(stops, at)
  return stops[by < 0 ? from - 1 : stops[from] === at ? from + 1 : from] ?? null
}

/** Forward the first stop of a page after a place, backward that of this page, or of one before where it is there already. */
export function stopOfPage(
  stops: readonly number[],
  text: DocumentText,
  at: number,
  by: 1 | -1,
): number | null {
  const own = pageAt(text, Math.min(at, text.text.length - 1))
  for (let page = by > 0 ? own + 1 : own; page >= 1 && page <= text.pages.length; page += by) {
    const first = stops[firstFrom(stops, pageRange(text, page).start)]
    if (first !== undefined && (by > 0 ? first > at : first < at)) return first
  }
  return by > 0 ? (stops.at(-1) ?? null) : null
}

/** The stop nearest to a place among those within a reach, or null where there is none. */
export function stopWithin(
  stops: readonly number[],
  { from, to }: { readonly from: number; readonly to: number },
  at: number,
): number | null {
  const open = stops.slice(firstFrom(stops, from), firstFrom(stops, to + 1))
  const after = open[firstFrom(open, at)]
  const before = open[firstFrom(open, at) - 1]
  if (after === undefined || before === undefined) return after ?? before ?? null
  return after - at < at - before ? after : before
}

/** The stop that a place belongs to: the last at or before it. */
export function stopOf(stops: readonly number[], at: number): number {
  return stops[firstFrom(stops, at + 1) - 1] ?? stops[0] ?? 0
}

/** The index of the first stop at or after a place; their number where there is none. */
export function firstFrom(stops: readonly number[], at: number): number {
  let low = 0
  let high = stops.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stops[middle] ?? Infinity) < at) low = middle + 1
    else high = middle
  }
  return low
}

function settledPlace(place: Place, texts: ReadonlyMap<string, DocumentText>): Place {
  const text = texts.get(place.document)
  if (!text) return place
  const start = settledAt(text, place.start, 'start')
  const end = settledAt(text, place.end, 'end')
  return start < end ? { ...place, start, end } : place
}

function settledAt({ text, blocks }: DocumentText, at: number, side: 'start' | 'end'): number {
  const next = blocks.find(({ start }) => start >= at)?.start ?? text.length
  if (text.slice(at, next).trim() === '') return next
  const table = blocks.find(({ kind, start, end }) => kind === 'table' && start < at && at < end)
  if (!table) return at
  return side === 'start' ? table.start : next
}

function sentences(
  text: string,
  { kind, start, end }: { readonly kind: string; readonly start: number; readonly end: number },
): readonly number[] {
  if (kind === 'table' || end - start <= longest) return []
  const cuts: number[] = []
  let last = start
  for (const { 0: found, index } of text.slice(start, end).matchAll(sentenceEnd)) {
    const at = start + index + found.length
    if (at - last < shortest || end - at < shortest) continue
    cuts.push(at)
    last = at
  }
  return cuts
}

/** A list comes as its items. */
function singly(drawn: Drawn): readonly Drawn[] {
  if (drawn.kind !== 'items') return [drawn]
  return drawn.items.map((item) => ({ kind: 'items', key: `item ${item[0]?.start}`, items: [item] }))
}

function startOf(drawn: Drawn): number | null {
  switch (drawn.kind) {
    case 'border':
      return null
    case 'items':
      return drawn.items[0]?.[0]?.start ?? null
    case 'table':
      return drawn.rows[0]?.[0]?.start ?? null
    default:
      return drawn.runs[0]?.start ?? null
  }
}
