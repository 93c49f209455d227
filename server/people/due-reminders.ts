import type { Owed } from '../../shared/protocol/people-page.ts'
import { momentShowing, shownAt } from '../../shared/dates/zoned.ts'

/** A date of the competition. `at` in milliseconds since 1970. */
export interface ReminderDate {
  readonly id: string
  readonly title: string
  readonly at: number
  /** What of it people are reminded of; null where of nothing. */
  readonly remind: Owed | null
}

export interface DueReminder {
  readonly person: string
  readonly owed: Owed
  readonly date: ReminderDate
  /** What it is about: a date that was moved is another, and reminds again. */
  readonly once: string
}

interface Asked {
  readonly now: number
  /** The time zone that the competition keeps, by its name. */
  readonly zone: string
  readonly dates: readonly ReminderDate[]
  /** On how many days before a date it reminds. */
  readonly days: readonly number[]
  /** Who has each still to do. */
  readonly owing: { readonly [owed in Owed]: readonly string[] }
  readonly wasSent: (person: string, once: string) => boolean
}

/** At nine in the morning where the competition is. */
const reminderHour = 9
/** So late a reminder is still sent, where no server was there at its time: later it would come in the night, or beside the next one. */
const lateMs = 12 * 60 * 60_000
const dayMs = 24 * 60 * 60_000

/** Whom to remind of what now. Nobody twice of the same, nobody who has nothing to do, and nobody of a date that has passed. */
export function dueReminders({
  now,
  zone,
  dates,
  days: daysBefore,
  owing,
  wasSent,
}: Asked): readonly DueReminder[] {
  return dates.flatMap((date) => {
    const { remind } = date
    if (remind === null || now >= date.at) return []
    return daysBefore
      .filter((days) => {
        const moment = reminderMoment(date.at, days, zone)
        return moment <= now && now < moment + lateMs
      })
      .flatMap((days) => {
        const once = `${date.id} ${date.at} ${days}`
        return owing[remind]
          .filter((person) => !wasSent(person, once))
          .map((person) => ({ person, owed: remind, date, once }))
      })
  })
}

/** Nine in the morning, so many days before the day in a time zone on which a moment falls. */
export function reminderMoment(at: number, days: number, zone: string): number {
  const midnight = Math.floor(shownAt(at, zone) / dayMs) * dayMs
  return momentShowing(midnight - days * dayMs + reminderHour * 60 * 60_000, zone).at
}
