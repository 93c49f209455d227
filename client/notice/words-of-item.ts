import type { NoticeWords, Span } from '../../shared/notice/words.ts'

/** What has to be known of a rubric: which rows are whose. */
export interface CriteriaOf {
  readonly criteria: readonly { readonly id: string; readonly rows: readonly { readonly id: string }[] }[]
}

/** What the notice says of one row, criterion or priority. */
export interface WordsOfItem {
  /** Its own wording; empty where none was found. */
  readonly passages: readonly Span[]
  /** Of a row: what its criterion says before its rows. */
  readonly leadIn: readonly Span[]
  /** Its own, and of a row its criterion's. */
  readonly guidance: readonly Span[]
  readonly evidence: readonly Span[]
}

/** The words for a row, a criterion or a priority. */
export function wordsOfItem(words: NoticeWords, rubric: CriteriaOf, item: string): WordsOfItem {
  const criterion = rubric.criteria.find(({ id, rows }) => id !== item && rows.some((row) => row.id === item))
  const rows = criterion?.rows.flatMap(({ id }) => words.passages[id] ?? []) ?? []
  const both = (part: NoticeWords['guidance']): readonly Span[] =>
    once([...(part[item] ?? []), ...((criterion && part[criterion.id]) ?? [])])
  return {
    passages: words.passages[item] ?? [],
    leadIn: (criterion && words.passages[criterion.id]?.flatMap((span) => beforeRows(span, rows))) ?? [],
    guidance: both(words.guidance),
    evidence: both(words.evidence),
  }
}

/** Of a criterion's wording what stands before the first of its rows; all of it where no row stands in it. */
function beforeRows(span: Span, rows: readonly Span[]): readonly Span[] {
  const starts = rows.flatMap(({ document, start }) =>
    document === span.document && start >= span.start && start < span.end ? [start] : [],
  )
  const end = Math.min(span.end, ...starts)
  return end > span.start ? [{ ...span, end }] : []
}

function once(spans: readonly Span[]): readonly Span[] {
  return spans.filter(
    (span, at) =>
      !spans.some(
        (other, index) =>
          index < at &&
          other.document === span.document &&
          other.start <= span.start &&
          other.end >= span.end,
      ),
  )
}
