import type { DocumentText, TextBlock } from '../../../shared/application/document-text.ts'
import type { Passage } from '../passages.ts'

/** What the keyboard goes by through a text. Of a table a sentence is a row. */
export type Unit = 'paragraph' | 'sentence'

/** The first paragraph or sentence that begins at or after a place, or the last that ends by it; null where there is none. */
export function unitFrom(text: DocumentText, at: number, unit: Unit, by: 1 | -1): Passage | null {
  const { blocks } = text
  const first = blocks.findIndex(({ end }) => end > at)
  const from = first < 0 ? blocks.length - 1 : first
  for (let index = from; index >= 0 && index < blocks.length; index += by) {
    const block = blocks[index]
    const units = block ? unitsOf(text, block, unit) : []
    const found = by > 0 ? units.find(({ start }) => start >= at) : units.findLast(({ end }) => end <= at)
    if (found) return found
  }
  return null
}

/** The next paragraph or sentence, or the one before. From a whole paragraph sentences begin with its own. */
export function step(text: DocumentText, from: Passage, unit: Unit, by: 1 | -1): Passage | null {
  const block = text.blocks.find(({ start, end }) => start <= from.start && from.end <= end)
  const own = block ? unitsOf(text, block, 'paragraph')[0] : undefined
  if (unit === 'sentence' && block && own && own.start === from.start && own.end === from.end) {
    const inside = unitsOf(text, block, unit)
    const within = by > 0 ? inside[0] : inside.at(-1)
    if (within && inside.length > 1) return within
  }
  return unitFrom(text, by > 0 ? from.end : from.start, unit, by)
}

/** A passage with its end one paragraph or sentence further, or nearer; it keeps the first one of it. */
export function extend(text: DocumentText, from: Passage, unit: Unit, by: 1 | -1): Passage {
  if (by > 0) {
    const next = unitFrom(text, from.end, unit, 1)
    return next ? { start: from.start, end: next.end } : from
  }
  const before = unitFrom(text, from.end - 1, unit, -1)
  return before && before.end > from.start ? { start: from.start, end: before.end } : from
}

function unitsOf({ text }: DocumentText, block: TextBlock, unit: Unit): readonly Passage[] {
  const words = text.slice(block.start, block.end)
  const pieces = unit === 'paragraph' ? [words] : block.kind === 'table' ? lines(words) : sentences(words)
  let at = block.start
  return pieces.flatMap((piece) => {
    const start = at + piece.length - piece.trimStart().length
    const end = at + piece.trimEnd().length
    at += piece.length
    return start < end ? [{ start, end }] : []
  })
}

function lines(words: string): readonly string[] {
  return words.split(/(?<=\n)/)
}

const segmenter = new Intl.Segmenter('en-US', { granularity: 'sentence' })

/** A line break within a block is a space and ends no sentence. */
function sentences(words: string): readonly string[] {
  return Array.from(segmenter.segment(words.replaceAll(/[\n\r\u2028\u2029]/g, ' ')), ({ segment }) => segment)
}
