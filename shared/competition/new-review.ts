import { digestDocument } from '../application/document.ts'
import { reviewId } from '../protocol/names.ts'
import { emptySeat } from './evolve-review.ts'
import type { Panel } from './setup.ts'
import { untouched, type Conflict, type Review } from './state.ts'

/** A review that nobody sits on yet. */
export function newReview(
  { id: application, digest }: { readonly id: string; readonly digest?: string | undefined },
  rubric: string,
): Review {
  const key = { application, tier: 1, round: 1 }
  return {
    ...key,
    ...untouched,
    id: reviewId(key),
    panel: '',
    rubric,
    documents: digest === undefined ? [] : [digestDocument(digest)],
    places: null,
    placedIn: {},
    conflicts: {},
    seats: [],
  }
}

/** The review with a panel's seats, in their order, and what each member has answered about conflicts. */
export function withPanel(
  review: Review,
  panel: Panel | undefined,
  answered: (person: string) => Conflict,
): Review {
  if (!panel) return review
  const members = [...panel.reviewers, panel.monitor]
  return {
    ...review,
    panel: panel.id,
    conflicts: {
      ...review.conflicts,
      ...Object.fromEntries(members.map((person) => [person, answered(person)])),
    },
    seats: panel.reviewers.map((person, at) => emptySeat(at + 1, person)),
  }
}
