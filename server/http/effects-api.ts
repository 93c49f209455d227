import express, { type Request, type Response, type Router } from 'express'
import { mayKnow } from '../../shared/competition/access.ts'
import { tierRanking, tierRubric } from '../../shared/competition/tier-ranking.ts'
import { tierIsLocked } from '../../shared/competition/decide-seats.ts'
import { rulesOf } from '../../shared/competition/rules.ts'
import type { Person } from '../../shared/competition/setup.ts'
import { sittingSeats, type Competition, type Review } from '../../shared/competition/state.ts'
import { stemStanding } from '../../shared/competition/stem.ts'
import { rubricOf } from '../../shared/competition/rubrics.ts'
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
 * The ranks of a tier, and what they hang on: staff's alone, once every review of the tier is locked and this person has opened it, which
 * is in the journal. Computed from the signed records of the journal, never from a document. For others it does not exist.
 */
export function effectsApi({ stages, personOf }: Parts): Router {
  const api = express.Router()

  /** The reviews of a tier that a person may look at as a whole, or null once the answer says why not. */
  function opened(request: Request, response: Response): readonly Review[] | null {
    const person = personOf(request)
    const state = stages.current().journal.state()
    const reviews = state.reviews.filter(
      ({ tier, seats }) => tier > 0 && String(tier) === request.params['tier'] && seats.length > 0,
    )
    const [first] = reviews
    const answer = (no: () => void): null => {
      no()
      return null
    }
    if (person?.role !== 'staff' || !first) return answer(() => nothingHere(response))
    if (!tierIsLocked(state, first.tier)) return answer(() => refused(response, 409, sealed))
    if (!reviews.some(({ outcomeOpened }) => Object.hasOwn(outcomeOpened, person.id)))
      return answer(() => refused(response, 409, unopened))
    return reviews.filter((review) => mayKnow(review, person))
  }

  api.get('/:tier/effects', (request, response) => {
    const reviews = opened(request, response)
    if (!reviews) return
    const { journal, rubric } = stages.current()
    const state = journal.state()
    const scoredBy = tierRubric(state, rubric, Number(request.params.tier))
    if (!scoredBy) return refused(response, 409, apart)
    const signed = reviews.map((review) => signedReview(state, review, rubricOf(state, review, rubric)))
    const { scoreLine, averaging } = rulesOf(state.rules)
    response.json(tierEffects(scoredBy, signed, { line: scoreLine, averaging }))
  })

  api.get('/:tier/ranking', (request, response) => {
    const reviews = opened(request, response)
    if (!reviews) return
    const { journal, rubric } = stages.current()
    const state = journal.state()
    const known = new Map(reviews.map(({ application, id }) => [application, id]))
    const ranked = tierRanking(state, rubric, Number(request.params.tier))
    if (!ranked) return refused(response, 409, apart)
    // Of an application that one is recused from there is no line, and the ranks of the others stay what they are.
    response.json(
      ranked.flatMap((each) => {
        const review = known.get(each.application)
        return review === undefined ? [] : [{ ...each, review }]
      }),
    )
  })
  return api
}

const sealed = 'What the outcome hangs on is sealed until every review of the tier is locked.'
const apart =
  'The reviews of this tier were scored on versions of the rubric that do not ask the same, so there is no rank among them.'
const unopened = 'Open it first. Each opening is in the journal.'

/** What a review's signed forms say, as the journal has them. */
function signedReview(state: Competition, review: Review, rubric: Rubric): SignedReview {
  const standing = stemStanding(review, rubric, state.rules)
  const points = votedPriority(rubric)?.points
  return {
    review: review.id,
    seats: sittingSeats(review).flatMap(({ number, signed }) =>
      signed ? [{ seat: number, scores: signed.record.scores }] : [],
    ),
    vote: 'outcome' in standing && points !== undefined ? { outcome: standing.outcome, points } : null,
  }
}
