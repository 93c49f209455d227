import { madeSchema, type Made, type NotParsed } from './outcome.ts'
import type { Reading } from './reading.ts'
import { tooManyBlocks, tooManyPages } from './refusals.ts'

/** What a reader made, once it is sure that every page can hold it. Throws where the reader made a mistake. */
export function judged(
  made: Made | NotParsed,
  { name, pages, blocks }: Pick<Reading, 'name' | 'pages' | 'blocks'>,
): Made | NotParsed {
  if ('refused' in made) return made
  const { text } = made.parsed
  if (text.blocks.length > blocks) return tooManyBlocks(name, text.blocks.length, blocks)
  if (text.pages.length > pages) return tooManyPages(name, text.pages.length, pages)
  return madeSchema.parse(made)
}
