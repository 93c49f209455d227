import { seatOfPerson } from './access.ts'
import { absoluteAnswer, absoluteCount, absolutePriorities } from './decide-absolute.ts'
import { absoluteOf } from './evolve-seats.ts'
import { labelOf, sittingSeats } from './state.ts'
import type { Looking } from './view.ts'

/** An absolute priority after the close, as one person may know it. */
export interface AbsoluteView {
  readonly priority: string
  readonly title: string
  /** Of the sitting seats: how many have answered since the close. */
  readonly answered: number
  readonly of: number
  /** One's own; null for who has no signed form here. */
  readonly mine: {
    readonly answer: 'yes' | 'no' | null
    /** Null until it is confirmed or changed. */
    readonly at: number | null
    readonly reasons: string | null
  } | null
  /** For the selecting official, and for staff once it is locked: the count, when all have answered or the lock has ended it. */
  readonly counted: {
    readonly met: number
    readonly notMet: number
    readonly answers: readonly {
      readonly seat: number
      readonly answer: 'yes' | 'no' | null
      readonly reasons: string | null
    }[]
  } | null
  /** For the selecting official and staff. */
  readonly decided: {
    readonly at: number
    readonly by: string
    readonly outcome: 'met' | 'notMet'
    readonly reasons: string
  } | null
}

/** The absolute priorities of a closed review; null before the close. */
export function absoluteView(looking: Looking): readonly AbsoluteView[] | null {
  const { review, rubric } = looking
  if (!review.closed) return null
  return absolutePriorities(rubric).map((priority) => priorityView(looking, priority))
}

function priorityView(
  { state, review, person, facts }: Looking,
  { id, title }: { readonly id: string; readonly title: string },
): AbsoluteView {
  const { answers, decided } = absoluteOf(review, id)
  const { answered, of } = absoluteCount(review, id)
  const own = seatOfPerson(review, person.id)
  const given = own && answers[own.number]
  const locked = review.lock.status === 'locked'
  const official = person.role === 'official'
  const readsCount = official ? answered === of || locked : person.role === 'staff' && locked
  return {
    priority: id,
    title,
    answered,
    of,
    mine: own?.signed
      ? {
          answer: absoluteAnswer(review, own, id),
          at: given?.at ?? null,
          reasons: given?.reasons ? facts.text(given.reasons) : null,
        }
      : null,
    counted: readsCount ? count() : null,
    decided:
      decided && (official || person.role === 'staff')
        ? {
            at: decided.at,
            by: labelOf(state, decided.by),
            outcome: decided.outcome,
            reasons: facts.text(decided.reasons),
          }
        : null,
  }

  function count(): AbsoluteView['counted'] {
    const said = sittingSeats(review).map((seat) => {
      const written = answers[seat.number]?.reasons ?? seat.signed?.record.determinations[id]?.reasons
      return {
        seat: seat.number,
        answer: absoluteAnswer(review, seat, id),
        reasons: written ? facts.text(written) : null,
      }
    })
    return {
      met: said.filter(({ answer }) => answer === 'yes').length,
      notMet: said.filter(({ answer }) => answer === 'no').length,
      answers: said,
    }
  }
}
