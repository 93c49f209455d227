import { citedKey, readCited, type Cited } from '../form/cited.ts'

/** A document that pages are cited of, as far as words need it. */
export interface CitedDocument {
  readonly id: string
  readonly title: string
}

/** A cited page with the words for it. */
export interface CitedPage {
  readonly key: string
  readonly cited: Cited
  /** "p. 45"; with the document's title where there are several: "Narrative, p. 45". */
  readonly words: string
}

/** Cited pages in the order of the documents, and in each page by page. A document that is no longer there says so. */
export function citedPages(
  keys: readonly string[],
  documents: readonly CitedDocument[],
): readonly CitedPage[] {
  const placeOf = ({ document, page }: Cited): readonly [number, number] => {
    const at = documents.findIndex(({ id }) => id === document)
    return [at < 0 ? documents.length : at, page]
  }
  return keys
    .flatMap((key) => readCited(key) ?? [])
    .map((cited) => ({ key: citedKey(cited), cited, words: wordsFor(cited, documents) }))
    .toSorted((left, right) => {
      const [here, there] = [placeOf(left.cited), placeOf(right.cited)]
      return here[0] - there[0] || here[1] - there[1]
    })
}

function wordsFor({ document, page }: Cited, documents: readonly CitedDocument[]): string {
  const found = documents.find(({ id }) => id === document)
  if (!found) return documents.length === 0 ? `p. ${page}` : `p. ${page} of a document taken away since`
  return documents.length === 1 ? `p. ${page}` : `${found.title}, p. ${page}`
}
