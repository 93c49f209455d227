import { digestDocument, type ApplicationDocument } from '../../shared/application/document.ts'
import type { Application } from '../../shared/competition/setup.ts'
import type { Competition, Review } from '../../shared/competition/state.ts'
import { shipped } from '../rehearsal/rehearsal.ts'

/** An application with its newest review and the files that are shown with it. */
export interface ApplicationFiles {
  readonly application: Application
  readonly review: Review
  readonly documents: readonly ApplicationDocument[]
  /** SHA-256 of its digest, which tells who is involved; null where it has none. */
  readonly digest: string | null
}

/** The files of an application, or null where the competition has no such application. */
export function filesOf(state: Competition, id: string): ApplicationFiles | null {
  const application = state.applications.find((candidate) => candidate.id === id)
  const review = state.reviews.findLast((candidate) => candidate.application === id)
  if (!application || !review) return null
  if (application.digest !== undefined)
    return { application, review, documents: review.documents, digest: application.digest }
  // Competitions opened before journals named files show what comes with the program until they have files of their own.
  const old = shipped.find((candidate) => candidate.digest.id === id)
  const documents = review.documents.length > 0 || !old ? review.documents : [digestDocument(old.sha256)]
  return { application, review, documents, digest: old?.sha256 ?? null }
}
