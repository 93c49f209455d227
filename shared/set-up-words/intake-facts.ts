import type { SetUpApplication, SetUpPage } from '../competition/set-up-page.ts'
import type { Check } from '../competition/set-up.ts'
import { toldMoment } from '../dates/zoned.ts'
import { toldDollars } from './told-rule.ts'
import { deadlineId } from './usual-dates.ts'

type Given = Pick<SetUpPage, 'rules' | 'dates' | 'zone'>

/** Which fact an item of the checklist is about, as its id tells, which is made of its first title; null where it is about none. */
export function aboutOf({ id }: Pick<Check, 'id'>): 'amount' | 'time' | null {
  if (/\b(amount|maximum)\b/.test(id)) return 'amount'
  return /\b(time|late|deadline)\b/.test(id) ? 'time' : null
}

/** What is known of an application about an item, as a sentence that decides nothing; null where nothing is. */
export function factOf(
  check: Pick<Check, 'id'>,
  { requested, received }: Pick<SetUpApplication, 'requested' | 'received'>,
  given: Given,
): string | null {
  const about = aboutOf(check)
  if (about === 'amount') return amountFact(requested, given)
  return about === 'time' ? timeFact(received, given) : null
}

/** What an application asks for, beside the most that one may. */
export function amountFact(requested: number | null, { rules: { mostRequested } }: Given): string {
  if (requested === null) return 'No amount is entered.'
  const asked = `${toldDollars(requested)} requested`
  if (mostRequested === undefined) return `${asked}; the settings name no most.`
  const over = requested - mostRequested
  return over > 0
    ? `${asked}, ${toldDollars(over)} more than the most of ${toldDollars(mostRequested)}.`
    : `${asked}, of ${toldDollars(mostRequested)} at most.`
}

/** When an application was received, beside the moment until which applications were. */
export function timeFact(received: number | null, { dates, zone }: Given): string {
  if (received === null) return 'No time of receipt is entered.'
  const told = (at: number): string => toldMoment(at, zone ?? 'UTC')
  const deadline = dates.find(({ id }) => id === deadlineId)
  if (!deadline) return `Received ${told(received)}; the settings name no date for it.`
  const late = received - deadline.at
  const how = late === 0 ? 'on the minute of' : `${toldSpan(Math.abs(late))} ${late > 0 ? 'after' : 'before'}`
  return `Received ${told(received)}, ${how} “${deadline.title}” (${told(deadline.at)}).`
}

/** A span in its two largest units: "2 days 4 hours", "35 minutes", "12 seconds". */
function toldSpan(ms: number): string {
  if (ms < 1000) return 'less than a second'
  const seconds = Math.floor(ms / 1000)
  const counts = [
    [Math.floor(seconds / 86_400), 'day'],
    [Math.floor(seconds / 3_600) % 24, 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ] as const
  const first = counts.findIndex(([count]) => count > 0)
  return counts
    .slice(Math.max(first, 0), first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    .join(' ')
}
