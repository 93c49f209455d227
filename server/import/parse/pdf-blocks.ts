import type { TextBlock } from '../../../shared/application/document-text.ts'
import { cutLong } from './cut.ts'
import { headingLevel, listed, paragraphLevel } from './heading-line.ts'
import type { PdfLine } from './pdf-lines.ts'
import { half, measure, type PdfMeasure } from './pdf-measure.ts'

const bulleted = /^[•◦▪▫●○■□‣⁃–]\s*(?=\S)/
/** A heading of more than this, over all its lines, is a paragraph in large type. */
const longestHeading = 240

interface Line extends PdfLine {
  readonly text: string
  /** What it is by itself: the level of a heading, an item's first line, or a line of text. */
  readonly is: number | 'item' | 'line'
  /** Whether there is more space above it than between lines. */
  readonly apart: boolean
}

/**
 * The blocks of a PDF, which knows lines alone: headings by size, font and words against the rest of the document, paragraphs by
 * the space between. A block never goes on over the end of a page.
 */
export function pdfBlocks(lines: readonly PdfLine[], text: string): TextBlock[] {
  const most = measure(lines, text)
  const judged: Line[] = []
  for (const line of lines) judged.push(judge(line, judged.at(-1), text, most))
  const groups: Line[][] = []
  for (const line of judged) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    if (group && before && goesOn(before, line, most)) group.push(line)
    else groups.push([line])
  }
  return groups.flatMap((group) => blocksOf(group, text))
}

function judge(line: PdfLine, before: Line | undefined, text: string, most: PdfMeasure): Line {
  const words = text.slice(line.start, line.end)
  const gap = before?.page === line.page ? before.y - line.y : Infinity
  const apart = gap < 0 || gap > 1.25 * most.leading * Math.max(line.size, before?.size ?? 0)
  const level = most.runs(line, text) ? null : levelOf(line, words, apart, most)
  return { ...line, text: words, is: bulleted.test(words) ? 'item' : (level ?? 'line'), apart }
}

function levelOf(line: PdfLine, words: string, apart: boolean, most: PdfMeasure): number | null {
  if (listed.test(words) || words.length > longestHeading || !/\p{L}/u.test(words)) return null
  const size = half(line.size)
  const rank = most.larger.indexOf(size)
  const said = headingLevel(words)
  if (rank >= 0) return Math.min(said ?? rank + 1, 6)
  if (size < most.size * 0.9 || !apart) return null
  const standsOut = line.oneFont && line.font !== most.font && /^[\p{Lu}\d(“"]/u.test(words)
  return standsOut ? paragraphLevel(words, true) : said
}

/** Whether a line belongs to the block of the line before it. */
function goesOn(before: Line, line: Line, most: PdfMeasure): boolean {
  if (before.page !== line.page || line.is === 'item') return false
  const heading = typeof before.is === 'number'
  const alike = half(before.size) === half(line.size) && before.font === line.font
  // A heading's second line: set as the first, and close below it.
  if (heading && alike && !line.apart && before.right - before.left > 20 * most.size) return true
  if (heading || typeof line.is === 'number' || line.apart) return false
  if (Math.abs(before.size - line.size) > 0.15 * most.size) return false
  const ended = /[.!?:]["”’)]?$/.test(before.text)
  const indented = line.left > before.left + most.size && before.is !== 'item'
  const short = before.right < line.right - 8 * most.size
  return !(ended && (indented || short))
}

function blocksOf(group: readonly Line[], text: string): TextBlock[] {
  const [first, last] = [group[0], group.at(-1)]
  if (!first || !last) return []
  const { start } = first
  const { end } = last
  if (typeof first.is === 'number' && end - start <= longestHeading)
    return [{ kind: 'heading', level: first.is, start, end }]
  const kind = first.is === 'item' ? 'item' : 'paragraph'
  return cutLong(text.slice(start, end)).map((range) => ({
    kind,
    start: start + range.start,
    end: start + range.end,
  }))
}
