import { notesField } from '../form/notes.ts'
import { rowsScored } from '../form/form-record.ts'
import { lateTexts, type LateText } from './late-texts.ts'
import { seatName } from './seat-name.ts'
import { labelOf, type Conflict, type Review, type Seat } from './state.ts'
import type { Facts, Looking } from './view.ts'

export interface ProgressView {
  readonly seat: number | null
  readonly person: string
  /** What the seat is called on this review; what the monitor is called. */
  readonly label: string
  /** For staff: what whoever sits there is called in the competition, where that is something else. */
  readonly called: string | null
  readonly conflict: Conflict['status']
  /** What they wrote to staff with "not sure" or a recusal; staff alone see it. */
  readonly reason: string | null
  readonly excused: boolean
  readonly rows: number
  /** Whether it came after the reveal, in the place of another. */
  readonly late: boolean
  readonly replacedBy: number | null
  readonly nudgedAt: number | null
  readonly until: number | null
  /** The last return; the form may have been attested again since. */
  readonly returned: { readonly at: number; readonly reason: string } | null
  /** When the form was opened as it is attested now; null while the monitor has not. */
  readonly openedAt: number | null
  readonly ready: boolean
  readonly signed: boolean
  readonly online: boolean
  /** What was typed too late, for staff alone; the texts from the lock on, since before it they show comments. */
  readonly notCounted: { readonly count: number; readonly texts: readonly LateText[] | null } | null
}

/** The panel of a review with how far each is: for its monitor and for staff. */
export function progressView({ state, review, person, facts }: Looking): readonly ProgressView[] {
  const staff = person.role === 'staff'
  const locked = review.lock.status === 'locked'
  const monitor = state.panels.find((panel) => panel.id === review.panel)?.monitor
  const members = [
    ...review.seats.map((seat) => ({ id: seat.person, seat })),
    ...(monitor ? [{ id: monitor, seat: null }] : []),
  ]
  return members.map(({ id, seat }) => {
    const conflict = review.conflicts[id] ?? { status: 'open' }
    const asked = staff && (conflict.status === 'unsure' || conflict.status === 'recused')
    const reason = asked ? conflict.reason : null
    return {
      seat: seat?.number ?? null,
      person: id,
      ...namesOf(labelOf(state, id), seat, staff),
      conflict: conflict.status,
      reason: reason ? facts.text(reason) : null,
      excused: Boolean(seat?.excused),
      late: seat?.late ?? false,
      replacedBy: seat?.replacedBy ?? null,
      nudgedAt: seat?.nudgedAt ?? null,
      until: seat?.until ?? null,
      returned: seat?.returned ? { at: seat.returned.at, reason: facts.text(seat.returned.reason) } : null,
      openedAt: seat?.openedAt ?? null,
      rows: seat ? rowsDone(review, seat, facts) : 0,
      ready: Boolean(seat?.attested),
      signed: Boolean(seat?.signed),
      online: facts.online(id),
      notCounted: staff && seat ? lateForStaff(seat, locked, facts) : null,
    }
  })
}

function namesOf(person: string, seat: Seat | null, staff: boolean): Pick<ProgressView, 'label' | 'called'> {
  if (!seat) return { label: person, called: null }
  const label = seatName(seat.number)
  return { label, called: staff && person !== label ? person : null }
}

/** Notes are their author's alone, also where they did not count. */
function lateForStaff(seat: Seat, locked: boolean, facts: Facts): ProgressView['notCounted'] {
  const kept = seat.notCounted.filter(({ field }) => !notesField(field))
  return { count: kept.length, texts: locked ? lateTexts(kept, facts) : null }
}

function rowsDone(review: Review, seat: Seat, facts: Facts): number {
  return seat.attested ? rowsScored(seat.attested.record) : facts.rowsDone(review.id, seat.number)
}
