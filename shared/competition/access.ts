import {
  columnFields,
  columnOf,
  determinationField,
  formFields,
  minorityField,
  reasonsField,
} from '../form/fields.ts'
import { notesField } from '../form/notes.ts'
import { summaryFields } from '../form/summary.ts'
import type { DocumentKey } from '../protocol/names.ts'
import { votedPriority, type Rubric } from '../rubric/rubric.ts'
import { isOutside } from './outside.ts'
import { calibrationDue } from './opened.ts'
import { rubricOf } from './rubrics.ts'
import { rulesOf } from './rules.ts'
import type { Person } from './setup.ts'
import {
  findReview,
  isCertified,
  isRecused,
  seesReveal,
  sittingSeats,
  type Competition,
  type Review,
  type Seat,
} from './state.ts'

/** The seat that a person holds on a review, or undefined. */
export function seatOfPerson(review: Review, person: string): Seat | undefined {
  return review.seats.find((seat) => seat.person === person)
}

/** Whether a person is this review's panel monitor. */
export function isMonitorOf(state: Competition, review: Review, person: string): boolean {
  return state.panels.some((panel) => panel.id === review.panel && panel.monitor === person)
}

/** Whether a person may know that a review is there: staff, its members who are not recused, and the selecting official once it is closed. */
export function mayKnow(review: Review, person: Person): boolean {
  if (isRecused(review, person.id)) return false
  if (person.role === 'staff') return true
  if (person.role === 'official') return review.closed !== null
  return Object.hasOwn(review.conflicts, person.id)
}

/** Whether a person may open an application's text: its certified reviewers and monitor, staff, and the selecting official once it is closed. */
export function mayReadApplication(state: Competition, person: Person, application: string): boolean {
  const mayOpen = (review: Review) =>
    isOutside(person) ? mayKnow(review, person) : isCertified(review, person.id)
  return state.reviews.some((review) => review.application === application && mayOpen(review))
}

/**
 * Whether a person may read a document. A form and notes are their seat's alone, always; the room opens to the panel and its monitor at the
 * reveal, and to staff at the lock. Whatever may not be read does not exist for that person.
 */
export function mayRead(state: Competition, person: Person, key: DocumentKey): boolean {
  if (key.competition !== state.id) return false
  const review = findReview(state, key.review)
  if (!review) return false
  if (person.role === 'staff')
    return key.kind === 'room' && review.lock.status === 'locked' && mayKnow(review, person)
  if (!isCertified(review, person.id)) return false
  if (key.kind === 'room') return seesReveal(review, seatOfPerson(review, person.id))
  return seatOfPerson(review, person.id)?.number === key.seat
}

export type Writing = 'yes' | 'notYours' | 'readOnly' | 'offRule'

/**
 * Whether a person may write a root of a document that they may read. A form until it is attested; a column of the room until
 * it is signed; after that, and after the close, nobody. The panel's summaries its sitting seats and its monitor until the close. Notes as long as the application is open to their author. The voted priority is decided by ballot, not in the column.
 */
export function mayWrite(
  state: Competition,
  opening: Rubric,
  person: Person,
  key: DocumentKey,
  root: string,
): Writing {
  const review = findReview(state, key.review)
  if (!review || !mayRead(state, person, key)) return 'notYours'
  const rubric = rubricOf(state, review, opening)
  const own = seatOfPerson(review, person.id)
  if (key.kind === 'notes') return notesField(root) ? 'yes' : 'offRule'
  if (key.kind === 'form') {
    if (!formFields(rubric).has(root)) return 'offRule'
    return own && formIsOpen(state, review, own) ? 'yes' : 'readOnly'
  }
  if (state.setUp.paused) return summaryFields(rubric).has(root) || columnOf(root) ? 'readOnly' : 'offRule'
  if (summaryFields(rubric).has(root)) return maySummarize(state, review, person) ? 'yes' : 'readOnly'
  const column = columnOf(root)
  if (!column || !columnFields(rubric).has(column.field)) return 'offRule'
  if (own?.number !== column.seat) return 'notYours'
  if (!columnIsOpen(review, own)) return 'readOnly'
  return isFrozen(state, rubric, column.field) ? 'readOnly' : 'yes'
}

/** Whether a field of every column stays as it is: what is voted on, and minority views where the panel writes no summaries. */
function isFrozen({ rules }: Competition, rubric: Rubric, field: string): boolean {
  const voted = votedPriority(rubric)
  if (voted && [determinationField(voted.id), reasonsField(voted.id)].includes(field)) return true
  return rulesOf(rules).summary === 'off' && rubric.criteria.some(({ id }) => field === minorityField(id))
}

/** Whether a seat's form can be written: not attested, not revealed, not excused, nothing paused, and no sample to score first. */
export function formIsOpen(state: Competition, review: Review, seat: Seat): boolean {
  if (state.setUp.paused || (review.tier > 0 && calibrationDue(state, seat.person))) return false
  return (!review.revealed || seat.late) && !seat.attested && !seat.excused && review.lock.status === 'open'
}

/** Whether a seat's column in the room can be written: revealed with it, not recused, signed, excused or closed. */
export function columnIsOpen(review: Review, seat: Seat): boolean {
  if (!review.revealed || !seat.attested || isRecused(review, seat.person)) return false
  return !seat.signed && !seat.excused && !review.closed && review.lock.status === 'open'
}

/** Whether a person may write the panel's summaries, which stand in no column: its sitting seats, signed or not, and its monitor, until the close, and while nothing is paused. */
export function maySummarize(state: Competition, review: Review, { id }: Person): boolean {
  if (state.setUp.paused || rulesOf(state.rules).summary === 'off') return false
  if (!review.revealed || review.closed || review.lock.status !== 'open') return false
  const own = seatOfPerson(review, id)
  if (own) return summarySeats(review).includes(own.number)
  return isMonitorOf(state, review, id) && isCertified(review, id)
}

/** The seats whose scores a panel's summary explains: those with a column, not recused and not excused. */
export function summarySeats(review: Review): readonly number[] {
  return sittingSeats(review).flatMap(({ number, attested }) => (attested ? [number] : []))
}
