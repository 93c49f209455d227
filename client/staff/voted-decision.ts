import { votedPriority, type Rubric } from '../../shared/rubric/rubric.ts'
import type { Reading } from '../live/read.ts'
import { votedName } from './effects/effect-words.ts'

/** ", the STEM decision" in a list of what is locked; nothing where nothing is voted, and while that is not known. */
export function votedDecision(rubric: Reading<Rubric>): string {
  return rubric.is === 'read' && votedPriority(rubric.value)
    ? `, the ${votedName(rubric.value)} decision`
    : ''
}
