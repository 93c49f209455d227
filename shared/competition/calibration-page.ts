import { rowsOf, type Rubric } from '../rubric/rubric.ts'
import { mayKnow } from './access.ts'
import { calibrationReview, seesSpread } from './opened.ts'
import { rubricName, rubricOf } from './rubrics.ts'
import type { Person } from './setup.ts'
import { sittingSeats, type Competition } from './state.ts'

/** How a sample was scored: points without names, row by row. */
export interface CalibrationPage {
  readonly applicant: string
  /** The version of the rubric that it was scored by: its whole is at /api/rubrics/ and this. */
  readonly rubric: string
  readonly ready: number
  readonly of: number
  readonly shownAt: number | null
  readonly rows: readonly {
    readonly row: string
    /** Of the forms that are ready, from the lowest, in units; whose each is, is not said. */
    readonly points: readonly number[]
    /** One's own, where one has given any. */
    readonly mine: number | null
  }[]
}

/** The spread on the sample: for staff as soon as forms are ready, for those with a seat on it once staff have opened it, and who came later once they are ready; null before and for others. Whoever is recused or excused is not counted. */
export function calibrationPage(state: Competition, opening: Rubric, person: Person): CalibrationPage | null {
  const review = calibrationReview(state)
  const { calibration } = state.setUp
  if (!review || !calibration) return null
  const own = review.seats.find((seat) => seat.person === person.id)
  if (!mayKnow(review, person)) return null
  const mayLook = person.role === 'staff' || (own !== undefined && seesSpread(state, own))
  if (!mayLook) return null
  const sitting = sittingSeats(review)
  // What comes after it was shown was scored by people who could have read it, but for who came later still and is not shown it before.
  const shownAt = calibration.shownAt ?? Infinity
  const ready = sitting.flatMap(({ attested, late }) =>
    attested && (late || attested.at <= shownAt) ? attested : [],
  )
  return {
    applicant: state.applications.find(({ id }) => id === review.application)?.applicant ?? '',
    rubric: rubricName(review.rubric),
    ready: ready.length,
    of: sitting.length,
    shownAt: calibration.shownAt,
    rows: rowsOf(rubricOf(state, review, opening)).map(({ id }) => ({
      row: id,
      points: ready.flatMap(({ record }) => record.scores[id] ?? []).toSorted((left, right) => left - right),
      mine: own?.attested?.record.scores[id] ?? null,
    })),
  }
}
