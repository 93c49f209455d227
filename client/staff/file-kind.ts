import type { DocumentKind } from '../../shared/application/document.ts'

/** What a file's name tells about the part of an application that it is; null where it tells nothing. */
export function kindOfFile(name: string): DocumentKind | null {
  return signs.find(([, sign]) => sign.test(name))?.[0] ?? null
}

/** An appendix with a budget in it is an appendix. */
const signs: readonly (readonly [kind: DocumentKind, sign: RegExp])[] = [
  ['appendix', /appendi|attachment|annex|exhibit/i],
  ['budget', /budget/i],
  ['narrative', /narrative/i],
]

/** What a page offers to choose from. Whatever else is chosen is refused by the server, in its own words. */
export const offeredFiles = '.pdf,.docx,.rtf,.txt,.md,.markdown'
