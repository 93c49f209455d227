import { votedPriority, type Rubric } from '../../shared/rubric/rubric.ts'
import type { Reading } from '../live/read.ts'

/** How an excused seat stands in what its panel decides; nothing of a vote where the rubric has none, or is not read yet. */
export function excusedWords(rubric: Reading<Pick<Rubric, 'priorities'>>): string {
  const votes = rubric.is === 'read' && votedPriority(rubric.value) !== undefined
  return votes ? 'a seat in the vote, out of the mean' : 'out of the mean'
}
