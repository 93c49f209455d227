import { limits } from '../protocol/limits.ts'
import { longestId } from '../rubric/rubric-limits.ts'
import type { Field } from './fields.ts'

/**
 * A passage that a reviewer has marked for themselves. It names the file by its content, so that it survives an import of the same
 * file, and keeps the passage's own words, so that it finds its place again in another reading of it.
 */
export interface Highlight {
  /** SHA-256 of the file. */
  readonly file: string
  /** Offsets into the document's text. */
  readonly start: number
  readonly end: number
  /** The first words of the passage, as the text had them. */
  readonly quote: string
  /** The row or priority that was being scored. */
  readonly item: string | null
  /** Milliseconds since 1970, by the computer on which it was made. */
  readonly at: number
}

/** By highlight: id → Highlight, or null for one that was taken away. */
export const highlightsField = 'highlights'

/** The text of a highlight's note. */
export const noteField = (highlight: string): string => `note:${highlight}`

const idPattern = /^[a-z0-9]{8,24}$/

/** The field of a person's notes that a root's name stands for, or undefined. Notes are private: there is no list of them to check against. */
export function notesField(root: string): Field | undefined {
  if (root === highlightsField)
    return { shape: 'map', name: root, fault: highlightFault, most: limits.highlights }
  const [, highlight = ''] = /^note:(.*)$/.exec(root) ?? []
  return idPattern.test(highlight) ? { shape: 'text', name: root, most: limits.noteLength } : undefined
}

function highlightFault(key: string, value: unknown): string | null {
  if (!idPattern.test(key)) return 'A highlight has an id.'
  return value === null || isHighlight(value) ? null : 'That is no highlight.'
}

/** By hand, since pages read it too: a library for schemas would be half of what they load. */
const parts: { readonly [part in keyof Highlight]: (value: unknown) => boolean } = {
  file: (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
  start: isPlace,
  end: isPlace,
  quote: (value) => typeof value === 'string' && value.length > 0 && value.length <= limits.quoteLength,
  item: (value) => value === null || (typeof value === 'string' && value.length <= longestId),
  at: isPlace,
}

/** Whether a value is a highlight and nothing more. */
export function isHighlight(value: unknown): value is Highlight {
  if (typeof value !== 'object' || value === null) return false
  const given = new Map<string, unknown>(Object.entries(value))
  const whole = Object.entries(parts).every(([part, legal]) => legal(given.get(part)))
  return (
    whole && given.size === Object.keys(parts).length && Number(given.get('start')) < Number(given.get('end'))
  )
}

function isPlace(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0
}
