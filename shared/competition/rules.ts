import { flagRules } from '../statistics/disagreement.ts'
import type { Rules } from './setup.ts'

/** The rules of a competition with nothing left open. */
export type WholeRules = Required<Omit<Rules, OpenRule>>

/** Rules that a competition may do without. */
type OpenRule = 'attestation' | 'shortestComment' | 'conflictText' | 'budget' | 'mostRequested'

/**
 * What was so in Race to the Top 2010: finalists had 400 points or more, in both phases, and no panel was told of the line. A
 * competition has all of it written into its set-up when it is opened: what is taken from here where a set-up lacks it, as older ones do, must
 * stay what it is, since journals are judged by it.
 */
export const rulesOf2010: WholeRules = {
  flags: flagRules,
  scoreLine: 400,
  lineSeenBy: 'staff',
  monitorReadsAttested: true,
  summary: 'optional',
  slotMinutes: 90,
  itemMinutes: 10,
  smallestPanel: 3,
  comments: 'required',
  majority: 'seats',
  excusedCounts: true,
  recusedCounts: false,
  averaging: 'mean',
  tieBreak: ['(A)(1)(ii)'],
  funding: 'stop',
  secondPerson: false,
  presentationMinutes: 30,
  questionMinutes: 60,
  teamSize: 5,
}

/** Before a set-up could name one, no panel was too small. */
const noMinimum = { smallestPanel: 1 }

/** What a competition asks for; what its set-up leaves out is as in 2010, but for the smallest panel. */
export function rulesOf(rules: Rules): WholeRules & Rules {
  return { ...rulesOf2010, ...noMinimum, ...rules }
}
