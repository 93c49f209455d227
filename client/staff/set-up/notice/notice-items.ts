import type { Rubric } from '../../../../shared/rubric/rubric.ts'
import { noticeRoles, type NoticeWords, type Span } from './words-parts.ts'

/** A criterion, row or priority that the notice may speak of. */
export interface NoticeItem {
  readonly id: string
  readonly title: string
  /** A row stands under its criterion, unless it is the whole of it. */
  readonly row: boolean
  /** Whether its page shows a summary where no passage is found. */
  readonly shown: boolean
}

/** Everything of a rubric that the notice may speak of, in the rubric's order. */
export function noticeItems(rubric: Rubric): readonly NoticeItem[] {
  return [
    ...rubric.criteria.flatMap(({ id, title, rows }) => [
      { id, title, row: false, shown: rows.some((row) => row.id === id) },
      ...rows
        .filter((row) => row.id !== id)
        .map((row) => ({ id: row.id, title: row.title, row: true, shown: true })),
    ]),
    ...rubric.priorities.map(({ id, title }) => ({ id, title, row: false, shown: true })),
  ]
}

/** What there is to begin from: the words that were confirmed, and what is proposed of items that have none there. */
export function wordsToBegin(given: {
  readonly confirmed: NoticeWords | null
  /** Whether they were confirmed for this version of the rubric. */
  readonly current: boolean
  readonly proposed: NoticeWords
  readonly items: readonly NoticeItem[]
  /** The ids of the documents that are attached. */
  readonly documents: readonly string[]
}): NoticeWords {
  const { confirmed, current, proposed, items, documents } = given
  if (confirmed && current) return confirmed
  const there = (spans: readonly Span[] = []): Span[] =>
    spans.filter(({ document }) => documents.includes(document))
  const words: NoticeWords = { passages: {}, guidance: {}, evidence: {}, definitions: [] }
  for (const { id } of items) {
    const from =
      confirmed && noticeRoles.some((role) => there(confirmed[role][id]).length > 0) ? confirmed : proposed
    for (const role of noticeRoles) {
      const spans = there(from[role][id])
      if (spans.length > 0) words[role][id] = spans
    }
  }
  const definitions = confirmed && confirmed.definitions.length > 0 ? confirmed : proposed
  words.definitions.push(...definitions.definitions.filter(({ span }) => documents.includes(span.document)))
  return words
}
