/** A piece of text on a page of a PDF, in reading order. */
export interface TextItem {
  readonly str: string
  readonly hasEOL: boolean
}

/**
 * The text of a page and where each of its pieces begins in it. The import and the page on the screen both go by this, so that a
 * place in the text is a place on the page.
 */
export function pageText(items: readonly TextItem[]): { text: string; starts: readonly number[] } {
  const starts: number[] = []
  let text = ''
  for (const { str, hasEOL } of items) {
    starts.push(text.length)
    text += hasEOL ? `${str}\n` : str
  }
  return { text, starts }
}
