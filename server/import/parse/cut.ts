/** Beyond this a paragraph is hard to find one's place in; in UTF-16 units. */
export const longestParagraph = 3_000
const shortestCut = 1_500
/** The end of a sentence: not after an initial or an abbreviation of one or two letters. */
const sentenceEnd = /[\p{Ll}\d)%”"'’\]]{2}[.!?]["”’)\]]*(?<blank>\s+)(?=[\p{Lu}"“(•])/gu

export interface Range {
  readonly start: number
  readonly end: number
}

/**
 * Cuts a paragraph that is longer than `longestParagraph` after sentences, where there are any, else between words. The ranges
 * leave out white space alone.
 */
export function cutLong(text: string): Range[] {
  const ranges: Range[] = []
  let start = 0
  while (text.length - start > longestParagraph) {
    const { end, next } = cutWithin(text, start)
    ranges.push({ start, end })
    start = next
  }
  ranges.push({ start, end: text.length })
  return ranges
}

function cutWithin(text: string, start: number): { end: number; next: number } {
  const window = text.slice(start + shortestCut, start + longestParagraph)
  sentenceEnd.lastIndex = 0
  const found = sentenceEnd.exec(window)
  if (found) {
    const next = start + shortestCut + found.index + found[0].length
    return { end: next - (found.groups?.blank?.length ?? 0), next }
  }
  const blank = window.search(/\s\S*$/)
  if (blank > 0) {
    const end = start + shortestCut + blank
    return { end, next: end + 1 }
  }
  const low = text.charCodeAt(start + longestParagraph)
  const end = start + longestParagraph - (low >= 0xdc00 && low <= 0xdfff ? 1 : 0)
  return { end, next: end }
}
