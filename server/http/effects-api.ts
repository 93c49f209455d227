import express, { type Request, type Router } from 'express'
import { tierIsLocked } from '../../shared/competition/decide-seats.ts'
import { rulesOf } from '../../shared/competition/rules.ts'
import type { Person } from '../../shared/competition/setup.ts'
import { sittingSeats, type Review } from '../../shared/competition/state.ts'
import { stemStanding } from '../../shared/competition/stem.ts'
import { newestRubric, rubricOf } from '../../shared/competition/rubrics.ts'
import { votedPriority, type Rubric } from '../../shared/rubric/rubric.ts'
import type { SignedReview } from '../../shared/statistics/effects.ts'
import { tierEffects } from '../../shared/statistics/tier-effects.ts'
import type { Stages } from '../stages.ts'
import { nothingHere, refused } from './refused.ts'

interface Parts {
  readonly stages: Stages
  /** The person of a request's session, or null. */
  readonly personOf: (request: Request) => Person | null
}

/**
 * What the outcome of a tier hangs on: staff's alone, once every review of the tier is locked and this person has opened it, which
 * is in the journal. Computed from the signed records of the journal, never from a document. For others it does not exist.
 */
export function effectsApi({ stages, personOf }: Parts): Router {
  const api = express.Router()

  api.get('/:tier/effects', (request, response) => {
    const person = personOf(request)
    const { journal, rubric } = stages.current()
    const state = journal.state()
    const reviews = state.reviews.filter(
      ({ tier, seats }) => tier > 0 && String(tier) === request.params['tier'] && seats.length > 0,
    )
    const [first] = reviews
    if (person?.role !== 'staff' || !first) return nothingHere(response)
    if (!tierIsLocked(state, first.tier)) return refused(response, 409, sealed)
    if (!reviews.some(({ outcomeOpened }) => Object.hasOwn(outcomeOpened, person.id)))
      return refused(response, 409, unopened)
    const signed = reviews.map((review) => signedReview(review, rubricOf(state, review, rubric)))
    const { scoreLine, averaging } = rulesOf(state.rules)
    response.json(tierEffects(newestRubric(state, rubric), signed, { line: scoreLine, averaging }))
  })
  return api
}

const sealed = 'What the outcome hangs on is sealed until every review of the tier is locked.'
const unopened = 'Open it first. Each opening is in the journal.'

/** What a review's signed forms say, as the journal has them. */
function signedReview(review: Review, rubric: Rubric): SignedReview {
  const standing = stemStanding(review, rubric)
  const points = votedPriority(rubric)?.points
  return {
    review: review.id,
    seats: sittingSeats(review).flatMap(({ number, signed }) =>
      signed ? [{ seat: number, scores: signed.record.scores }] : [],
    ),
    vote: 'outcome' in standing && points !== undefined ? { outcome: standing.outcome, points } : null,
  }
}
