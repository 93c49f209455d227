import type { JournalEvent } from '../../shared/competition/event.ts'

/** An entry as a sentence about it begins: "Entry 12 (ballot.cast, missouri.1.1, seat 3)". */
export function nameOf(event: JournalEvent): string {
  const { data } = event
  const review = 'review' in data ? [data.review] : []
  const seat = 'seat' in data ? [`seat ${data.seat}`] : []
  return `Entry ${event.version} (${[event.kind, ...review, ...seat].join(', ')})`
}
