import type { DocumentText } from '../../../../shared/application/document-text.ts'
import type { Place, Places } from '../../../../shared/application/places.ts'
import type { NoticeWords, Span } from '../../../../shared/notice/words.ts'

export type { NoticeWords, Span } from '../../../../shared/notice/words.ts'

/** What a part of the notice is to an item. */
export const noticeRoles = ['passages', 'guidance', 'evidence'] as const

export type NoticeRole = (typeof noticeRoles)[number]

/** As the borders in the text call it. */
export const roleNames = { passages: 'Wording', guidance: 'Guidance', evidence: 'Evidence' } as const

export const definitionPart = 'Definition'

/** What the page is at: an item of the rubric, or a definition by its place in the list. */
export type Shown = { readonly item: string } | { readonly definition: number }

/** A key for each, stable while one works: what was looked at is remembered by it. */
export function shownKey(shown: Shown, { definitions }: NoticeWords): string {
  return 'item' in shown
    ? shown.item
    : `definition ${definitions[shown.definition]?.span.start} ${definitions[shown.definition]?.term}`
}

/** The parts of what is shown by their names: "Wording", "Wording 2", "Guidance"; of a definition one. */
export function partsOf(words: NoticeWords, shown: Shown): Readonly<Record<string, Place>> {
  if ('definition' in shown) {
    const found = words.definitions[shown.definition]
    return found ? { [definitionPart]: found.span } : {}
  }
  return Object.fromEntries(
    noticeRoles.flatMap((role) =>
      (words[role][shown.item] ?? []).map((span, at) => [partName(role, at), span] as const),
    ),
  )
}

/** What a part is called: the second and later of a role are counted. */
export function partName(role: NoticeRole, at: number): string {
  return at === 0 ? roleNames[role] : `${roleNames[role]} ${at + 1}`
}

/** The words with other parts of what is shown; a part that is null is left out. */
export function withParts(words: NoticeWords, shown: Shown, parts: Places): NoticeWords {
  if ('definition' in shown) {
    const span = parts[definitionPart]
    const definitions = words.definitions.flatMap((each, at) =>
      at !== shown.definition ? [each] : span ? [{ ...each, span }] : [],
    )
    return { ...words, definitions }
  }
  const next = { ...words }
  for (const role of noticeRoles) {
    const named = Object.entries(parts).filter(([name]) => name.split(' ')[0] === roleNames[role])
    const spans = named
      .toSorted(([one], [other]) => numberIn(one) - numberIn(other))
      .flatMap(([, place]) => (place ? [place] : []))
    const { [shown.item]: _, ...others } = words[role]
    next[role] = spans.length > 0 ? { ...others, [shown.item]: spans } : others
  }
  return next
}

/** The words with one more part of an item, and what that part is called. */
export function withPart(
  words: NoticeWords,
  item: string,
  role: NoticeRole,
  span: Span,
): { readonly words: NoticeWords; readonly part: string } {
  const spans = [...(words[role][item] ?? []), span]
  return {
    words: { ...words, [role]: { ...words[role], [item]: spans } },
    part: partName(role, spans.length - 1),
  }
}

/** Whether both say the same of an item. */
export function sameParts(one: NoticeWords, other: NoticeWords, item: string): boolean {
  return noticeRoles.every(
    (role) => JSON.stringify(one[role][item] ?? []) === JSON.stringify(other[role][item] ?? []),
  )
}

/** A part without the white space at its ends. */
export function trimmedPart({ text }: DocumentText, { document, start, end }: Place): Place {
  const words = text.slice(start, end)
  const from = start + (words.length - words.trimStart().length)
  return { document, start: from, end: Math.max(from + 1, from + words.trim().length) }
}

/** From a place to where the block that it lies in ends. */
export function blockFrom({ text, blocks }: DocumentText, document: string, start: number): Span {
  const end = blocks.find((block) => block.end > start)?.end ?? text.length
  return { document, start, end }
}

function numberIn(name: string): number {
  return Number(/\d+$/.exec(name)?.[0] ?? 1)
}
