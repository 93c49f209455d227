import express, { type Request, type Router } from 'express'
import { mayKnow } from '../../shared/competition/access.ts'
import type { Person } from '../../shared/competition/setup.ts'
import { findReview } from '../../shared/competition/state.ts'
import type { Stages } from '../stages.ts'
import type { ImportAnswer } from './import-answer.ts'
import { fromOwnPage } from './origin.ts'
import { foreignPage, nothingHere } from './refused.ts'

interface Parts {
  readonly stages: Stages
  readonly importing: ImportAnswer
  readonly personOf: (request: Request) => Person | null
}

/** Takes a file for an application from a page of staff. */
export function importsApi({ stages, importing, personOf }: Parts): Router {
  const api = express.Router()

  api.post('/:review/documents', async (request, response) => {
    if (!fromOwnPage(request)) return foreignPage(response)
    const person = personOf(request)
    const review = findReview(stages.current().journal.state(), String(request.params['review']))
    if (person?.role !== 'staff' || !review || !mayKnow(review, person)) return nothingHere(response)
    await importing(request, response, review.id)
  })
  return api
}
