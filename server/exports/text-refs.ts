import type { TextRef } from '../../shared/record/kept-text.ts'

/** Where an event speaks of a text: the path within its data, and the text's reference. */
export interface Mention {
  readonly path: readonly string[]
  readonly ref: string
}

/** Every text that an event's data speaks of, in the order of its members. */
export function mentionsIn(data: unknown, path: readonly string[] = []): readonly Mention[] {
  if (isRef(data)) return [{ path, ref: data.text }]
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([key, value]) => mentionsIn(value, [...path, key]))
}

/** The same data with every reference replaced by the words behind it, so that two writings can be compared whatever their salts. */
export function inWords(data: unknown, words: (ref: string) => string): unknown {
  if (isRef(data)) return words(data.text)
  if (Array.isArray(data)) return data.map((value) => inWords(value, words))
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, inWords(value, words)]))
}

/** In the data of an event nothing else is an object of one member `text` that is a string. */
function isRef(value: unknown): value is TextRef {
  if (typeof value !== 'object' || value === null || !('text' in value)) return false
  return typeof value.text === 'string' && Object.keys(value).length === 1
}
