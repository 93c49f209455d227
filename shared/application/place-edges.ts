import type { DocumentText } from './document-text.ts'

const sentenceStart = /[.!?:;”"]\s+(?=[\p{Lu}(])/gu
const farthestBack = 120
/** What follows the answers of an application, where nothing says more plainly that they end. */
const nextSection = /^\W*(?:appendi(?:x|ces)|attachments?|exhibits?|budget|references|bibliography)\b/i
const nextSectionInCapitals =
  /\b(?:APPENDI(?:X|CES)|ATTACHMENTS?|EXHIBITS?|BUDGET|REFERENCES|BIBLIOGRAPHY)\b/g
const shortestPart = 200

/** Where a part begins that is known to begin about there: at its block or its sentence, where that begins just before. */
export function startOf({ text, blocks }: DocumentText, about: number): number {
  const at = about + (/^\s*/.exec(text.slice(about, about + farthestBack))?.[0].length ?? 0)
  const block = blocks.findLast(({ start }) => start <= at)
  const from = Math.max(block?.start ?? 0, at - farthestBack)
  if (block?.start === from) return from
  const starts = Array.from(
    text.slice(from, at + 1).matchAll(sentenceStart),
    ({ 0: mark, index }) => from + index + mark.length,
  )
  return starts.findLast((start) => start <= at) ?? at
}

/**
 * Where the part that begins at `at` ends: where the next part of the same document begins (less headings of its area), else
 * where the document turns to its appendix or budget, else with the document.
 */
export function endOf({ text, blocks }: DocumentText, at: number, next: number | null): number {
  if (next !== null) {
    let end = next
    for (const block of blocks.filter(({ start }) => start < next && start > at).toReversed()) {
      if (block.kind !== 'heading') break
      end = block.start
    }
    return end
  }
  const own = blocks.findLast(({ start }) => start <= at)
  const heading = blocks.find(
    ({ start, end, kind, level }) =>
      kind === 'heading' &&
      start > at &&
      (nextSection.test(text.slice(start, end)) ||
        (own?.kind === 'heading' && (level ?? 6) < (own.level ?? 1))),
  )
  if (heading) return heading.start
  if (blocks.some(({ kind }) => kind === 'heading')) return text.length
  const capitals = Array.from(text.matchAll(nextSectionInCapitals), ({ index }) => index)
  return capitals.find((index) => index > at + shortestPart) ?? text.length
}
