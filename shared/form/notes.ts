import { z } from 'zod'
import { limits } from '../protocol/limits.ts'
import type { Field } from './fields.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * A passage that a reviewer has marked for themselves. It names the file by its content, so that it survives an import of the same
 * file, and keeps the passage's own words, so that it finds its place again in another reading of it.
 */
export const highlightSchema = z.strictObject({
  file: sha256,
  start: z.int().min(0),
  end: z.int().min(1),
  /** The first words of the passage, as the text had them. */
  quote: z.string().min(1).max(limits.quoteLength),
  /** The row or priority that was being scored. */
  item: z.string().max(80).nullable(),
  /** Milliseconds since 1970, by the computer on which it was made. */
  at: z.int().min(0),
})

export type Highlight = z.infer<typeof highlightSchema>

/** By highlight: id → Highlight, or null for one that was taken away. */
export const highlightsField = 'highlights'

/** The text of a highlight's note. */
export const noteField = (highlight: string): string => `note:${highlight}`

const idPattern = /^[a-z0-9]{8,24}$/

/** The field of a person's notes that a root's name stands for, or undefined. Notes are private: there is no list of them to check against. */
export function notesField(root: string): Field | undefined {
  if (root === highlightsField) return { shape: 'map', name: root, fault: highlightFault }
  const [, highlight = ''] = /^note:(.*)$/.exec(root) ?? []
  return idPattern.test(highlight) ? { shape: 'text', name: root, most: limits.noteLength } : undefined
}

function highlightFault(key: string, value: unknown): string | null {
  if (!idPattern.test(key)) return 'A highlight has an id.'
  return value === null || highlightSchema.safeParse(value).success ? null : 'That is no highlight.'
}
