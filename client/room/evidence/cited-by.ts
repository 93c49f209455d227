import { citedPages, type CitedDocument, type CitedPage } from '../../../shared/print/cited-words.ts'
import type { RoomColumn } from '../room-columns.ts'

/** A page of the application with whoever cites it for a criterion, in the order of the seats. */
export interface PageCited extends CitedPage {
  readonly by: readonly RoomColumn[]
}

/** Every page that anybody cites for a criterion, once, in the order of the documents and their pages. */
export function pagesCitedBy(
  criterion: string,
  columns: readonly RoomColumn[],
  documents: readonly CitedDocument[],
): readonly PageCited[] {
  const keys = new Set(columns.flatMap((column) => keysOf(column, criterion)))
  return citedPages([...keys], documents).map((page) => ({
    ...page,
    by: columns.filter((column) => keysOf(column, criterion).includes(page.key)),
  }))
}

/** How many pages are cited for a criterion by anybody, each counted once. */
export function countCited(criterion: string, columns: readonly RoomColumn[]): number {
  return new Set(columns.flatMap((column) => keysOf(column, criterion))).size
}

/** Pages of one document, as one sentence names them: "Narrative p. 27, 28". */
export interface CitedOfDocument {
  readonly document: string
  /** Null where the application has one document alone, or it is not known yet which it has. */
  readonly title: string | null
  readonly pages: readonly CitedPage[]
}

/** What one column cites for a criterion, document by document. */
export function citedOf(
  column: RoomColumn,
  criterion: string,
  documents: readonly CitedDocument[],
): readonly CitedOfDocument[] {
  const pages = citedPages(keysOf(column, criterion), documents)
  const titleOf = (document: string): string =>
    documents.find(({ id }) => id === document)?.title ?? 'a document taken away since,'
  return [...Map.groupBy(pages, ({ cited }) => cited.document)].map(([document, of]) => ({
    document,
    title: documents.length < 2 ? null : titleOf(document),
    pages: of,
  }))
}

function keysOf({ record }: RoomColumn, criterion: string): readonly string[] {
  return record.pages?.[criterion] ?? []
}
