import express, { type Request, type Router } from 'express'
import { mayRead } from '../../shared/competition/access.ts'
import { attestedForm } from '../../shared/competition/attested-view.ts'
import { threadView } from '../../shared/competition/discussion-view.ts'
import type { Person } from '../../shared/competition/setup.ts'
import { findReview } from '../../shared/competition/state.ts'
import { rubricOf } from '../../shared/competition/rubrics.ts'
import type { Stages } from '../stages.ts'
import { nothingHere } from './refused.ts'

interface Parts {
  readonly stages: Pick<Stages, 'current'>
  /** The person of a request's session, or null. */
  readonly personOf: (request: Request) => Person | null
}

/** What of a panel's work is too long for a view: its messages on a row, and a form that its monitor has opened to prepare. */
export function panelApi({ stages, personOf }: Parts): Router {
  const api = express.Router()

  api.get('/:review/threads', (request, response) => {
    const person = personOf(request)
    const { journal } = stages.current()
    const state = journal.state()
    const review = findReview(state, request.params.review)
    const row = request.query['row']
    const inRoom =
      person &&
      review &&
      person.role !== 'staff' &&
      mayRead(state, person, { competition: state.id, review: review.id, kind: 'room' })
    if (!inRoom || typeof row !== 'string') return nothingHere(response)
    response.json(threadView(state, review, row, person.id, journal.text))
  })

  api.get('/:review/attested/:seat', (request, response) => {
    const person = personOf(request)
    const { journal, rubric } = stages.current()
    const state = journal.state()
    const review = findReview(state, request.params.review)
    const seat = Number(request.params.seat)
    const form =
      person &&
      review &&
      attestedForm(state, review, seat, {
        person,
        rubric: rubricOf(state, review, rubric),
        text: journal.text,
      })
    if (form) response.json(form)
    else nothingHere(response)
  })
  return api
}
