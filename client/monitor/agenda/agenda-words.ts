import type { AgendaOrder } from '../../../shared/competition/discussion.ts'
import { counted } from '../../room/number-words.ts'

/** How the order of an agenda came about, where it stands alone: on its menu, and after "Order on record: ". */
export const agendaOrders: Readonly<Record<AgendaOrder, string>> = {
  spread: 'Widest first',
  rubric: 'Rubric order',
  random: 'At random',
  hand: 'By hand',
}

/** "Discussed, 9 minutes": time that a row was in focus, in whole minutes. */
export function discussedWords(spentMs: number): string {
  return `Discussed, ${minutesSpent(spentMs)}`
}

/** "10 minutes", or "10 minutes, 4 minutes so far" for a row that was in focus before. */
export function toComeWords(minutes: number, spentMs: number): string {
  const given = counted(minutes, 'minute')
  return spentMs === 0 ? given : `${given}, ${minutesSpent(spentMs)} so far`
}

function minutesSpent(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  return minutes === 0 ? 'less than a minute' : counted(minutes, 'minute')
}

/** "46 of 90 minutes left for Maine."; `left` in seconds, below 0 once the time is over. */
export function slotWords(left: number, given: number, applicant: string): string {
  const of = Math.round(given / 60)
  if (left < 0) return `${counted(Math.floor(-left / 60), 'minute')} over the ${of} for ${applicant}.`
  return `${Math.ceil(left / 60)} of ${of} minutes left for ${applicant}.`
}

/** "Items to come: 150 minutes, 60 more than are left.": the agenda against the clock; `left` in seconds. */
export function toComeSentence(minutes: number, left: number): string {
  const over = minutes - Math.max(0, Math.ceil(left / 60))
  return `Items to come: ${counted(minutes, 'minute')}${over > 0 ? `, ${over} more than are left` : ''}.`
}
