/** A page of one of an application's documents, by the document's id and the page's number from 1. */
export interface Cited {
  readonly document: string
  readonly page: number
}

/** A cited page as it stands in a form: `3f0a9c01b2de:45`. */
export function citedKey({ document, page }: Cited): string {
  return `${document}:${page}`
}

/** Reads a cited page, or null where it is none. */
export function readCited(key: string): Cited | null {
  const match = /^([0-9a-f]{12}):([1-9][0-9]{0,4})$/.exec(key)
  return match?.[1] && match[2] ? { document: match[1], page: Number(match[2]) } : null
}

/** Document by document and page by page. */
export function inOrder(keys: readonly string[]): readonly string[] {
  const cited = keys.flatMap((key) => readCited(key) ?? [])
  return cited
    .toSorted((left, right) => left.document.localeCompare(right.document) || left.page - right.page)
    .map(citedKey)
}
