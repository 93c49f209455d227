import { otherwise } from '../assignment/by-hand.ts'
import { reviewId } from '../protocol/names.ts'
import { comparedIn, drawAt } from './draws.ts'
import { emptySeat } from './evolve-review.ts'
import { withPanel } from './new-review.ts'
import type { Panel } from './setup.ts'
import type { Competition, Conflict, Review } from './state.ts'
import { upserted, withSetUp } from './with-set-up.ts'

/** The applications open to the panels that they are drafted to; what members answered about conflicts goes with them. */
export function assigned(state: Competition, opened: readonly string[], at: number): Competition {
  const { draft, declarations, frozenAt, openedAs } = state.setUp
  if (!draft) return state
  const panelOf = (application: string): Panel | undefined => {
    const panel = draft.panels.find(({ id }) => id === draft.places[application])
    return panel?.monitor ? { ...panel, monitor: panel.monitor } : undefined
  }
  const panels = opened.flatMap((application) => panelOf(application) ?? [])
  const next: Competition = {
    ...state,
    panels: upserted(state.panels, [...new Map(panels.map((panel) => [panel.id, panel])).values()]),
    applications: state.applications.map((application) =>
      opened.includes(application.id)
        ? { ...application, panel: panelOf(application.id)?.id ?? '' }
        : application,
    ),
    reviews: state.reviews.map((review) => {
      if (!opened.includes(review.application)) return review
      const answers = declarations[review.application] ?? {}
      return withPanel(review, panelOf(review.application), (id) => answers[id] ?? { status: 'open' })
    }),
  }
  const { seed, drawn, hands } = draft
  const changed = otherwise(drawAt(state, drawn) ?? draft, draft, comparedIn(state))
  const as = Object.fromEntries(opened.map((application) => [application, { seed, drawn, hands, changed }]))
  return withSetUp(next, { frozenAt: frozenAt ?? at, openedAs: { ...openedAs, ...as } })
}

/** Nobody is asked about a sample; whoever has said that they have a part in it has none of it. */
function onSample(answered: Conflict | undefined, at: number): Conflict {
  const apart = answered?.status === 'recused' || answered?.status === 'unsure'
  return apart ? answered : { status: 'certified', at }
}

/** The sample's review: a seat for every reviewer, on no panel and in no tier. */
export function calibrating(
  state: Competition,
  { application, reviewers }: { readonly application: string; readonly reviewers: readonly string[] },
  at: number,
): Competition {
  const key = { application, tier: 0, round: 1 }
  const id = reviewId(key)
  const reviews = state.reviews.map((review): Review => {
    if (review.application !== application) return review
    const answers = state.setUp.declarations[application] ?? {}
    return {
      ...review,
      ...key,
      id,
      conflicts: {
        ...review.conflicts,
        ...Object.fromEntries(reviewers.map((person) => [person, onSample(answers[person], at)])),
      },
      seats: reviewers.map((person, place) => emptySeat(place + 1, person)),
    }
  })
  const { frozenAt } = state.setUp
  return withSetUp(
    { ...state, reviews },
    { calibration: { review: id, shownAt: null }, frozenAt: frozenAt ?? at },
  )
}

/** The sample with seats for those who came after it began; once its spread is open they score blind all the same. */
export function addedToSample(state: Competition, reviewers: readonly string[], at: number): Competition {
  const { calibration, declarations } = state.setUp
  const late = calibration?.shownAt != null
  const reviews = state.reviews.map((review): Review => {
    if (review.id !== calibration?.review) return review
    const answers = declarations[review.application] ?? {}
    const joined = reviewers.map((person, place) => ({
      ...emptySeat(review.seats.length + place + 1, person),
      late,
    }))
    return {
      ...review,
      conflicts: {
        ...review.conflicts,
        ...Object.fromEntries(reviewers.map((person) => [person, onSample(answers[person], at)])),
      },
      seats: [...review.seats, ...joined],
    }
  })
  return { ...state, reviews }
}
