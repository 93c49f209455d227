import { limits } from '../../../shared/protocol/limits.ts'
import type { Highlight } from '../../../shared/form/notes.ts'
import type { Passage } from '../passages.ts'

/** What a highlight keeps of a passage, beside whose it is and when it was made. White space around it is left out; null where nothing else is in it. */
export function anchorOf(
  text: string,
  { start, end }: Passage,
): Pick<Highlight, 'start' | 'end' | 'quote'> | null {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  const to = start + words.trimEnd().length
  if (from >= to) return null
  const quote = text.slice(from, Math.min(to, from + limits.quoteLength))
  // Not half a character at the end.
  return { start: from, end: to, quote: quote.replace(/[\ud800-\udbff]$/, '') }
}

/**
 * Where a highlight's passage stands in a text: where it stood, or, where another reading of the same file has moved it, at the
 * nearest place with its words, however they are spaced. Null where they are nowhere.
 */
export function placeIn(text: string, { start, end, quote }: Highlight): Passage | null {
  if (text.startsWith(quote, start)) return { start, end: Math.min(end, text.length) }
  let nearest: Passage | null = null
  for (const { index, 0: found } of text.matchAll(spacedAnyhow(quote))) {
    if (nearest && Math.abs(index - start) >= Math.abs(nearest.start - start)) break
    const rest = Math.max(0, end - start - quote.length)
    nearest = { start: index, end: Math.min(text.length, index + found.length + rest) }
  }
  return nearest
}

function spacedAnyhow(quote: string): RegExp {
  const words = quote.split(/\s+/).filter((word) => word !== '')
  return new RegExp(words.map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('\\s+'), 'g')
}
