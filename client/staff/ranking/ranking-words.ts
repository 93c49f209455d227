import type { Rubric } from '../../../shared/rubric/rubric.ts'
import { moreIsBetter } from '../../../shared/rubric/shown-points.ts'
import { compareMeans } from '../../../shared/scoring/exact-mean.ts'
import type { Ranked } from '../../../shared/scoring/ranking.ts'
import { missedSentence } from '../../../shared/scoring/thresholds.ts'

/** A line of the ranking as the server tells it, with the review that it was locked in. */
export type RankedReview = Ranked & { readonly review: string }

/** "6 =" where others have the same total; "Out" for what does not meet an absolute priority. */
export function rankText({ rank, tiedWith }: Ranked): string {
  if (rank === null) return 'Out'
  return tiedWith.length > 0 ? `${rank} =` : `${rank}`
}

/** Whether an application is at the finalists' line or on its better side, and reached every threshold. `line` is in units. */
export function reachesLine(rubric: Rubric, { total, missed, out }: Ranked, line: number): boolean {
  if (missed.length > 0 || out.length > 0) return false
  const apart = compareMeans(total, { sum: line, count: 1 })
  return moreIsBetter(rubric) ? apart >= 0 : apart <= 0
}

/** What is to be known of a rank besides its number, as sentences. `called` names applications; null for what one may not know. */
export function rankSentences(
  rubric: Rubric,
  ranked: Ranked,
  called: (application: string) => string | null,
): readonly string[] {
  const { tiedWith, missed, out } = ranked
  const tied =
    tiedWith.length > 0 ? [`Tied with ${listed(tiedWith.map((id) => called(id) ?? 'another'))}.`] : []
  const priorities = out.map((id) => `Does not meet ${priorityName(rubric, id)}, so it has no rank.`)
  return [...tied, ...missed.map((each) => missedSentence(rubric, each)), ...priorities]
}

/** How a tie would be broken, for whoever asks; null where an application is tied with nobody. */
export function tieSentence({ tiedWith, place, brokenBy }: Ranked): string | null {
  if (tiedWith.length === 0) return null
  return brokenBy === null
    ? 'Nothing in the tie break sets it apart.'
    : `By ${brokenBy} it would come in place ${place}.`
}

function priorityName(rubric: Rubric, id: string): string {
  const found = rubric.priorities.find((priority) => priority.id === id)
  return found ? found.title : id
}

/** "Ohio", "Ohio and Maine", "Ohio, Maine and Utah". */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
