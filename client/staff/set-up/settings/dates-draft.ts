import { useState } from 'react'
import type { CompetitionDate } from '../../../../shared/competition/set-up.ts'
import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import { canonicalJson } from '../../../../shared/record/canonical.ts'
import { momentAt, wallTimeAt, type Meant } from '../../../../shared/dates/zoned.ts'
import { useBegun, type Begun } from '../use-begun.ts'

/** A date as it is being typed: what walls in the competition's zone show then. */
export interface DraftDate {
  readonly id: string
  readonly title: string
  readonly date: string
  readonly time: string
  readonly remind: CompetitionDate['remind']
  /** The moment as it is saved, with its seconds; null for a new one, or once the time was changed. */
  readonly kept: number | null
}

export interface DatesDraft {
  readonly zone: string
  readonly dates: readonly DraftDate[]
  /** On how many days before a date it reminds, as it is typed. */
  readonly reminderDays: string
  readonly isChanged: boolean
  readonly begun: Begun
  readonly setZone: (zone: string) => void
  readonly setDates: (dates: readonly DraftDate[]) => void
  readonly setReminderDays: (typed: string) => void
  readonly discard: () => void
}

interface Draft {
  readonly zone: string
  readonly dates: readonly DraftDate[]
  readonly reminderDays: string
}

/** Holds the dates as they are changed until they are saved. Where none are saved yet, the zone of this computer is proposed. */
export function useDatesDraft({
  zone,
  dates,
  reminderDays,
  edition,
}: Pick<SetUpPage, 'zone' | 'dates' | 'reminderDays' | 'edition'>): DatesDraft {
  const saved: Draft = {
    zone: zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    dates: dates.map((date) => typedDate(date, zone ?? 'UTC')),
    reminderDays: reminderDays.join(', '),
  }
  const [draft, setDraft] = useState<Draft | null>(null)
  const now = draft ?? saved
  const isChanged = draft !== null && canonicalJson({ ...draft }) !== canonicalJson({ ...saved })
  const begun = useBegun({
    isDrafting: isChanged,
    saved: canonicalJson({ zone, dates, reminderDays }),
    edition,
    differs: (before, after) => before !== after,
  })
  return {
    ...now,
    isChanged,
    begun,
    // What was typed stays as it is written: it is meant in the zone that is chosen now.
    setZone: (next) =>
      setDraft({ ...now, zone: next, dates: now.dates.map((date) => ({ ...date, kept: null })) }),
    setDates: (next) => setDraft({ ...now, dates: next }),
    setReminderDays: (typed) => setDraft({ ...now, reminderDays: typed }),
    discard: () => setDraft(null),
  }
}

function typedDate({ at, ...date }: CompetitionDate, zone: string): DraftDate {
  return { ...date, ...wallTimeAt(at, zone), kept: at }
}

/** The moment that is meant, or null while it is none. */
export function meantBy({ date, time, kept }: DraftDate, zone: string): Meant | null {
  return kept === null ? momentAt({ date, time }, zone) : { at: kept, is: 'plain' }
}

/** What is typed as dates of the competition, by time; null where one lacks its title or its moment. */
export function datesOf(dates: readonly DraftDate[], zone: string): CompetitionDate[] | null {
  const whole = dates.flatMap((draft) => {
    const at = meantBy(draft, zone)?.at
    const { id, remind } = draft
    const title = draft.title.trim()
    return at === undefined || title === '' ? [] : [{ id, title, at, remind }]
  })
  return whole.length === dates.length ? whole.toSorted((left, right) => left.at - right.at) : null
}

/** An id that no date has yet. */
export function freshId(dates: readonly DraftDate[]): string {
  let number = dates.length + 1
  while (dates.some(({ id }) => id === `date-${number}`)) number += 1
  return `date-${number}`
}
