import { explainedScores, summaryHash, type PanelSummary } from '../form/summary.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { summarySeats } from './access.ts'
import { seatOf, type Review } from './state.ts'

/** The panel's summaries by criterion, bound to the scores that they explain as the journal has them. `texts`: what a room holds. */
export function panelSummaries(
  review: Review,
  rubric: Rubric,
  texts: Readonly<Record<string, string>>,
): Readonly<Record<string, PanelSummary>> {
  const columns = summarySeats(review).map((seat) => ({ seat, record: seatOf(review, seat) }))
  return Object.fromEntries(
    rubric.criteria.flatMap(({ id }) => {
      const text = Object.hasOwn(texts, id) ? texts[id] : undefined
      if (text === undefined || text.trim() === '') return []
      return [[id, { text, hash: summaryHash(text, explainedScores(rubric, id, columns)) }]]
    }),
  )
}
