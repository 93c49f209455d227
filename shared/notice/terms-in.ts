/** Where a defined term stands in a text; `term` is as it was given. */
export interface TermPlace {
  readonly start: number
  readonly end: number
  readonly term: string
}

const joint = String.raw`(?:\s+|\s?[-‐‑]\s?)`

/**
 * Where defined terms stand in a text, in order and without overlap: whole words, the longest term first, singular or plural
 * whatever the term is given in. A capital in the text may stand for a small letter of the term (in a heading); a small letter for a
 * capital only at the beginning of a term of several words, since "State" and "state" are two words.
 */
export function termsIn(text: string, terms: readonly string[]): readonly TermPlace[] {
  const sorted = [...new Set(terms)]
    .filter((term) => term.trim() !== '')
    .toSorted((a, b) => b.length - a.length)
  const places: TermPlace[] = []
  const taken = new Uint8Array(text.length)
  for (const term of sorted) {
    for (const { 0: found, index: start } of text.matchAll(patternOf(term))) {
      const end = start + found.length
      if (taken.subarray(start, end).includes(1)) continue
      taken.fill(1, start, end)
      places.push({ start, end, term })
    }
  }
  return places.toSorted((a, b) => a.start - b.start)
}

function patternOf(term: string): RegExp {
  const words = term.trim().split(/[\s‐‑-]+/)
  const written = words.map((word, index) => {
    const forms = index === words.length - 1 ? formsOf(word) : [word]
    const mayBeSmall = index === 0 && words.length > 1 && /^\p{Lu}\p{Ll}/u.test(word)
    return `(?:${forms.map((form) => anyFirst(form, mayBeSmall)).join('|')})`
  })
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${written.join(joint)}(?![\p{L}\p{N}])`, 'gu')
}

function anyFirst(word: string, mayBeSmall: boolean): string {
  const first = word.charAt(0)
  const either = mayBeSmall || /\p{Ll}/u.test(first)
  return (either ? `[${first.toLowerCase()}${first.toUpperCase()}]` : escaped(first)) + escaped(word.slice(1))
}

/** A word in singular and plural, the longer first; of one that could be both or neither, the word alone. */
function formsOf(word: string): readonly string[] {
  if (/[^aeiou]ies$/.test(word)) return [word, `${word.slice(0, -3)}y`]
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ies`, word]
  if (/(?:ch|sh|x|ss)es$/.test(word)) return [word, word.slice(0, -2)]
  if (/(?:ch|sh|x|ss)$/.test(word)) return [`${word}es`, word]
  if (/(?:us|is)$/.test(word) || !/\p{L}$/u.test(word)) return [word]
  return word.endsWith('s') ? [word, word.slice(0, -1)] : [`${word}s`, word]
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|-]/g, String.raw`\$&`)
}
