import { votedPriority, type Rubric } from '../../shared/rubric/rubric.ts'
import { applicationNoun } from '../../shared/rubric/total-words.ts'
import type { Reading } from '../live/read.ts'
import { votedName } from './effects/effect-words.ts'

/** ", the STEM decision and the total" at the end of what is locked; the decision where there is one, and the total as it is called. */
export function decisionAndTotal(rubric: Reading<Rubric>): string {
  if (rubric.is !== 'read') return ' and the total'
  const { value } = rubric
  const decision = votedPriority(value) ? `, the ${votedName(value)} decision` : ''
  return `${decision} and the ${applicationNoun(value)}`
}
