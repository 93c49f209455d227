import { columnIsOpen } from '../../shared/competition/access.ts'
import type { EventData, JournalEvent } from '../../shared/competition/event.ts'
import { seatOf, type Competition, type Review } from '../../shared/competition/state.ts'
import { applicationTotal } from '../../shared/competition/totals.ts'
import { rubricOf } from '../../shared/competition/rubrics.ts'
import { parseDocumentName } from '../../shared/protocol/names.ts'
import { pointsFault } from '../../shared/rubric/row-rules.ts'
import { findRow, type Rubric } from '../../shared/rubric/rubric.ts'
import type { ReadExport } from './export-format.ts'
import { asClause, firstDifference, type Difference } from './first-difference.ts'
import { resultOf, type Result } from './result.ts'
import { asPoints } from './verify-record.ts'

/** What the server itself says that it saw or did. */
export type WitnessedEvent = Extract<JournalEvent, { kind: 'score.changed' | 'review.locked' }>

/** What is wrong with an event of the server's own, as the end of a sentence; null where it follows from the entries before. */
export function witnessedFault(
  event: WitnessedEvent,
  state: Competition,
  review: Review,
  { rubric: opening, results }: ReadExport,
): string | null {
  if (event.by !== 'server') return `it is by ${event.by}, and only the server witnesses.`
  if (event.command !== null) return 'it names a command, and the server witnesses without any.'
  if (event.kind === 'score.changed') return changeFault(event.data, review, rubricOf(state, review, opening))
  return (
    documentsFault(event.data, state, review) ??
    lockFault(event.data, state, review, {
      rubric: rubricOf(state, review, opening),
      results,
    })
  )
}

function changeFault(
  { seat: number, row: id, from, to }: EventData<'score.changed'>,
  review: Review,
  rubric: Rubric,
): string | null {
  const row = findRow(rubric, id)
  if (!row) return `it names row ${id}, which the rubric does not have.`
  if (!review.seats.some((seat) => seat.number === number)) return `${review.id} has no seat ${number}.`
  const seat = seatOf(review, number)
  if (!columnIsOpen(review, seat)) return `row ${id} changes in a column that could not be written then.`
  const stood = seat.scores[id] ?? null
  if (from !== stood)
    return `row ${id} changes from ${asPoints(rubric, from)}, and ${asPoints(rubric, stood)} stood there.`
  if (from === to) return `row ${id} changes from ${asPoints(rubric, from)} to the same.`
  const fault = to === null ? null : pointsFault(rubric, row, to)
  return fault ? `row ${id} changes to ${asPoints(rubric, to)}: ${fault}` : null
}

/** The sealed documents are this review's own, its room among them, each once. */
function documentsFault(
  { documents }: EventData<'review.locked'>,
  state: Competition,
  review: Review,
): string | null {
  const strange = documents.find(({ name }) => {
    const key = parseDocumentName(name)
    if (key?.competition !== state.id || key.review !== review.id) return true
    return key.kind === 'form' && !review.seats.some(({ number }) => number === key.seat)
  })
  if (strange) return `it seals ${strange.name}, which is no document of this review.`
  const names = documents.map(({ name }) => name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) return `it seals ${twice} twice.`
  return names.some((name) => parseDocumentName(name)?.kind === 'room')
    ? null
    : 'it does not seal the room of the review.'
}

/** The published result is held against the journal before the hash, so that a fault names the number that was altered. */
function lockFault(
  { recordHash }: EventData<'review.locked'>,
  state: Competition,
  review: Review,
  { rubric, results }: Pick<ReadExport, 'rubric' | 'results'>,
): string | null {
  if (review.lock.status !== 'started') return 'no lock was begun before it.'
  if (!applicationTotal(state, review, rubric)) return 'the review has no total that could be locked.'
  const given = results.find((result) => result.review === review.id)
  if (!given) return 'the results lack this review.'
  const computed = resultOf(state, review, rubric)
  const difference = firstDifference({ ...computed, recordHash: given['recordHash'] }, given)
  if (difference) return `in the results, ${asClause(withSeat(difference, computed))}.`
  if (given['recordHash'] !== computed.recordHash)
    return 'the record hash in the results is not the hash of the record.'
  return recordHash === computed.recordHash
    ? null
    : 'its record hash is not the hash of the record in the results.'
}

/** Names a seat in a path by its number, where JSON names it by its place in the list. */
function withSeat({ path, ...values }: Difference, { record }: Result): Difference {
  const [, list, at] = path
  const seat = list === 'seats' ? record.seats[Number(at)] : undefined
  return { ...values, path: seat ? [...path.slice(0, 2), `seat ${seat.seat}`, ...path.slice(3)] : path }
}
