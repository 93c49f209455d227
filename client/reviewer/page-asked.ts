import type { ReadingDocument } from '../../shared/application/reading.ts'
import type { Cited } from '../../shared/form/cited.ts'

/** The page that a typed number names in a document, or a sentence that says why there is none. */
export function pageAsked(
  typed: string,
  document: Pick<ReadingDocument, 'id' | 'title' | 'pages'>,
): Cited | string {
  const page = Number(/^\s*(?:pp?\.?)?\s*(\d{1,5})\s*$/i.exec(typed)?.[1] ?? NaN)
  if (Number.isNaN(page)) return 'Type the number of one page.'
  if (page >= 1 && page <= document.pages) return { document: document.id, page }
  return document.pages === 1
    ? `${document.title} has 1 page.`
    : `${document.title} has ${document.pages} pages.`
}
