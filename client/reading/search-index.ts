import type { Passage } from './passages.ts'

/** A text as it is searched: folded, with the place in the text that each folded unit came from, and where that ends. */
export interface SearchIndex {
  readonly folded: string
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

/** A query of fewer folded units than this would find nearly everything. */
export const shortestQuery = 2

/**
 * Makes the index of a text, once. Capitals, diacritics, ligatures, kinds of quotation marks and dashes are folded, soft hyphens and
 * other invisible signs are left out, and white space of any length, line breaks among it, is one space.
 */
export function searchIndex(text: string): SearchIndex {
  let units = new Uint16Array(text.length + 64)
  let starts = new Uint32Array(units.length)
  let ends = new Uint32Array(units.length)
  let length = 0
  for (let at = 0; at < text.length; ) {
    const point = text.codePointAt(at) ?? 0
    const next = at + (point > 0xffff ? 2 : 1)
    const folded = foldedPoint(point)
    // More white space belongs to the space before it, a mark of its own to its letter.
    const goesOn = folded === ' ' ? units[length - 1] === space : folded === '' && isMark(point)
    if (goesOn && length > 0) ends[length - 1] = next
    else {
      if (length + folded.length > units.length) {
        units = grown(units, new Uint16Array(units.length * 2))
        starts = grown(starts, new Uint32Array(units.length))
        ends = grown(ends, new Uint32Array(units.length))
      }
      for (let index = 0; index < folded.length; index += 1, length += 1) {
        units[length] = folded.charCodeAt(index)
        starts[length] = at
        ends[length] = next
      }
    }
    at = next
  }
  const folded = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units.subarray(0, length))
  return { folded, starts: starts.slice(0, length), ends: ends.slice(0, length) }
}

/** A query as it is looked for; empty where it is too short to be. */
export function foldedQuery(query: string): string {
  const folded = searchIndex(query).folded.trim()
  return folded.length < shortestQuery ? '' : folded
}

/** Where a folded query stands in a text, one after the other without overlap. */
export function hitsIn({ folded, starts, ends }: SearchIndex, query: string): readonly Passage[] {
  if (query === '') return []
  const hits: Passage[] = []
  for (let at = folded.indexOf(query); at >= 0; at = folded.indexOf(query, at + query.length)) {
    hits.push({ start: starts[at] ?? 0, end: ends[at + query.length - 1] ?? 0 })
  }
  return hits
}

const space = 0x20

/** What compatibility decomposition leaves apart, though people type one for the other. */
const alike: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  ς: 'σ',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '″': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
}

const known = new Map<number, string>()

function isMark(point: number): boolean {
  return /\p{M}/u.test(String.fromCodePoint(point))
}

function foldedPoint(point: number): string {
  const before = known.get(point)
  if (before !== undefined) return before
  const sign = String.fromCodePoint(point)
  const folded = /\s/.test(sign) ? ' ' : foldedSign(sign)
  known.set(point, folded)
  return folded
}

function foldedSign(sign: string): string {
  const own = alike[sign]
  if (own !== undefined) return own
  const plain = sign.normalize('NFKD').replaceAll(/[\p{M}\p{Cf}]/gu, '')
  return Array.from(plain.toLowerCase(), (each) => alike[each] ?? each).join('')
}

function grown<Units extends Uint16Array | Uint32Array>(from: Units, to: Units): Units {
  to.set(from)
  return to
}
