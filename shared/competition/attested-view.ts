import { mapTexts, type FormRecord } from '../form/form-record.ts'
import { changedRows } from '../form/missing.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { isMonitorOf } from './access.ts'
import { rulesOf } from './rules.ts'
import type { Person } from './setup.ts'
import { isCertified, standingOf, type Competition, type Review } from './state.ts'
import type { Facts } from './view.ts'

/** An attested form as the panel's monitor reads it before the reveal. */
export interface AttestedForm {
  readonly record: FormRecord
  readonly attestedAt: number
  /** The last return, and the rows whose points are not what they were when it was returned. */
  readonly returned: {
    readonly at: number
    readonly reason: string
    readonly changedRows: readonly string[]
  } | null
}

/**
 * A seat's form as it is attested, for a monitor who has opened it (`form.opened`) since then; null for everybody else, and
 * where the competition lets nobody read before the reveal. After the reveal it is read in the room.
 */
export function attestedForm(
  state: Competition,
  review: Review,
  number: number,
  { person, rubric, text }: { person: Person; rubric: Rubric; text: Facts['text'] },
): AttestedForm | null {
  const seat = review.seats.find((candidate) => candidate.number === number)
  const mayOpen =
    rulesOf(state.rules).monitorReadsAttested &&
    isMonitorOf(state, review, person.id) &&
    isCertified(review, person.id) &&
    review.revealed === null
  if (!mayOpen || !seat?.attested || seat.openedAt === null) return null
  if (standingOf(review, seat) !== 'sitting') return null
  const { attested, returned } = seat
  return {
    record: mapTexts(attested.record, text),
    attestedAt: attested.at,
    returned: returned && {
      at: returned.at,
      reason: text(returned.reason),
      changedRows: changedRows(returned.record.scores, attested.record.scores, rubric),
    },
  }
}
