import type { TextItem } from '../../../shared/application/page-text.ts'

/** A line of a page: where it stands in the text, and where and how on the page. Lengths are in points, up is more. */
export interface PdfLine {
  /** From 1. */
  readonly page: number
  readonly start: number
  readonly end: number
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
  /** The font that most of it is in. */
  readonly font: string
  /** Whether all of it is. */
  readonly oneFont: boolean
}

/** A piece of text with its place on the page, as pdf.js has it. */
export interface PlacedItem extends TextItem {
  /** The last four of a piece that stands upright: height, slant, left, baseline. */
  readonly transform: readonly number[]
  readonly width: number
  readonly fontName: string
}

/** The lines of a page, without those that are blank. Offsets are into the text of the page. */
export function pdfLines(
  items: readonly PlacedItem[],
  starts: readonly number[],
  text: string,
): Omit<PdfLine, 'page'>[] {
  const lines: Omit<PdfLine, 'page'>[] = []
  let line: { item: PlacedItem; start: number; end: number }[] = []
  const close = (): void => {
    const made = lineOf(line, text)
    if (made) lines.push(made)
    line = []
  }
  for (const [index, item] of items.entries()) {
    const start = starts[index] ?? 0
    const end = starts[index + 1] ?? text.length
    line.push({ item, start, end: item.hasEOL ? end - 1 : end })
    if (item.hasEOL) close()
  }
  close()
  return lines
}

function lineOf(
  pieces: readonly { item: PlacedItem; start: number; end: number }[],
  text: string,
): Omit<PdfLine, 'page'> | null {
  const inked = pieces.filter(({ start, end }) => text.slice(start, end).trim() !== '')
  const [first, last] = [inked[0], inked.at(-1)]
  if (!first || !last) return null
  const weights = new Map<string, number>()
  let [weight, sizes] = [0, 0]
  for (const { item, start, end } of inked) {
    const length = end - start
    weights.set(item.fontName, (weights.get(item.fontName) ?? 0) + length)
    weight += length
    sizes += length * sizeOf(item)
  }
  const [font, most] = [...weights].reduce((a, b) => (b[1] > a[1] ? b : a))
  const whole = text.slice(first.start, last.end)
  return {
    start: first.start + whole.length - whole.trimStart().length,
    end: last.end - (whole.length - whole.trimEnd().length),
    left: Math.min(...inked.map(({ item }) => item.transform[4] ?? 0)),
    right: Math.max(...inked.map(({ item }) => (item.transform[4] ?? 0) + item.width)),
    y: first.item.transform[5] ?? 0,
    size: sizes / weight,
    font,
    oneFont: most === weight,
  }
}

function sizeOf({ transform }: PlacedItem): number {
  return Math.hypot(transform[2] ?? 0, transform[3] ?? 0)
}
