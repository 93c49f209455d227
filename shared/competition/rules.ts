import { flagRules } from '../statistics/disagreement.ts'
import type { Rules } from './setup.ts'

/** The rules of a competition with nothing left open. */
export type WholeRules = Required<Omit<Rules, 'attestation' | 'shortestComment'>>

/** The rules of Race to the Top 2010: finalists had 400 points or more, in both phases, and no panel was told of the line. */
const rulesOf2010: WholeRules = {
  flags: flagRules,
  scoreLine: 400,
  lineSeenBy: 'staff',
  monitorReadsAttested: true,
  summary: 'optional',
  slotMinutes: 90,
  itemMinutes: 10,
  smallestPanel: 3,
}

/** What a competition asks for; what its set-up leaves out is as in 2010. */
export function rulesOf(rules: Rules): WholeRules {
  return { ...rulesOf2010, ...rules }
}
