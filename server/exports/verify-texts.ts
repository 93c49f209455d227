import { textHash } from '../../shared/record/kept-text.ts'
import { isReadable, type ReadExport } from './export-format.ts'
import { nameOf } from './entry-name.ts'
import { place } from './first-difference.ts'
import { mentionsIn } from './text-refs.ts'

/** Stands for any words where they are withheld. */
export const withheldWords = '(withheld)'

/** The words behind a reference, or `withheldWords`. */
export type Words = (ref: string) => string

/**
 * Holds every text against the reference that an event gives of it. Each stands once, beside the first event that speaks of it,
 * or its reference stands in the list of withheld texts.
 */
export function checkTexts({
  entries,
  withheldTexts,
}: ReadExport): { readonly words: Words } | { readonly fault: string } {
  const withheld = new Set(withheldTexts)
  const known = new Map<string, string>()
  const missed = new Set<string>()
  for (const { event, texts } of entries.filter(isReadable)) {
    const mentions = new Map(mentionsIn(event.data).map(({ ref, path }) => [ref, place(path)]))
    for (const [ref, kept] of Object.entries(texts)) {
      const where = mentions.get(ref)
      if (where === undefined)
        return { fault: `${nameOf(event)}: a text stands beside it that it does not speak of.` }
      if (textHash(kept) !== ref)
        return { fault: `${nameOf(event)}: the text of ${where} is not the one that was written.` }
      if (known.has(ref))
        return { fault: `${nameOf(event)}: the text of ${where} stands in the export twice.` }
      if (withheld.has(ref))
        return { fault: `${nameOf(event)}: the text of ${where} is listed as withheld, and stands here.` }
      known.set(ref, kept.text)
    }
    for (const [ref, where] of mentions) {
      if (known.has(ref)) continue
      if (!withheld.has(ref)) return { fault: `${nameOf(event)}: the text of ${where} is missing.` }
      missed.add(ref)
    }
  }
  if (missed.size !== withheldTexts.length) {
    return { fault: 'The list of withheld texts names one twice, or one that no entry speaks of.' }
  }
  return { words: (ref) => known.get(ref) ?? withheldWords }
}
