import type { PdfLine } from './pdf-lines.ts'

/** How most of a document is set; what stands out from it may be a heading. */
export interface PdfMeasure {
  /** In points, to the half. */
  readonly size: number
  readonly font: string
  /** From one baseline to the next, as a multiple of the size. */
  readonly leading: number
  /** The sizes of headings, the largest first. */
  readonly larger: readonly number[]
  /** Whether a line stands at the same place on three pages or more, as running heads and feet do. */
  readonly runs: (line: PdfLine, text: string) => boolean
}

export const half = (size: number): number => Math.round(size * 2) / 2

/** Takes the measure of a document by its lines; those of `text` are counted by their length. */
export function measure(lines: readonly PdfLine[], text: string): PdfMeasure {
  const bySize = count(lines, (line) => half(line.size))
  const size = commonest(bySize) ?? 10
  const font = commonest(count(lines, (line) => line.font)) ?? ''
  const gaps = new Map<number, number>()
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    if (before?.page !== line.page || half(before.size) !== size || half(line.size) !== size) continue
    const gap = Math.round(((before.y - line.y) / size) * 20) / 20
    if (gap > 0.8 && gap < 3) gaps.set(gap, (gaps.get(gap) ?? 0) + 1)
  }
  const larger = [...bySize.keys()].filter((one) => one >= size * 1.12).sort((a, b) => b - a)
  return { size, font, leading: commonest(gaps) ?? 1.2, larger, runs: runningLines(lines, text) }
}

function runningLines(lines: readonly PdfLine[], text: string): PdfMeasure['runs'] {
  const keyOf = (line: PdfLine): string =>
    `${Math.round(line.y / 4)} ${text.slice(line.start, line.end).replaceAll(/\d+/g, '#')}`
  const pages = new Map<string, Set<number>>()
  for (const line of lines) {
    if (line.end - line.start > 150) continue
    const key = keyOf(line)
    pages.set(key, (pages.get(key) ?? new Set()).add(line.page))
  }
  return (line) => (pages.get(keyOf(line))?.size ?? 0) >= 3
}

function count<K>(lines: readonly PdfLine[], by: (line: PdfLine) => K): Map<K, number> {
  const counted = new Map<K, number>()
  for (const line of lines) counted.set(by(line), (counted.get(by(line)) ?? 0) + line.end - line.start)
  return counted
}

function commonest<K>(counted: ReadonlyMap<K, number>): K | null {
  let most: [K, number] | null = null
  for (const one of counted) if (!most || one[1] > most[1]) most = one
  return most?.[0] ?? null
}
