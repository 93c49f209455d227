import { cleanText } from './clean-text.ts'

/** A piece of text on a page of a PDF, in reading order. */
export interface TextItem {
  readonly str: string
  readonly hasEOL: boolean
}

/**
 * How the pieces of a page are asked for, by whoever reads one: `page.getTextContent(pageTextOptions)`. Other options cut the
 * pieces elsewhere, and a place in the text would be another on the page. Ligatures come written out, so that a search finds them.
 */
export const pageTextOptions = { includeMarkedContent: false, disableNormalization: false } as const

/** A piece as it stands in the text. Whoever draws it draws this, so that places within the piece agree too. */
export function itemText({ str }: Pick<TextItem, 'str'>): string {
  return cleanText(str).replaceAll(/[\t\n]/g, ' ')
}

/**
 * The text of a page and where each of its pieces begins in it. The import and the page on the screen both go by this, so that a
 * place in the text is a place on the page.
 */
export function pageText(items: readonly TextItem[]): { text: string; starts: readonly number[] } {
  const starts: number[] = []
  let text = ''
  for (const item of items) {
    starts.push(text.length)
    text += item.hasEOL ? `${itemText(item)}\n` : itemText(item)
  }
  return { text, starts }
}
