import express, { type Request, type Response, type Router } from 'express'
import { mayKnow, mayReadApplication } from '../../shared/competition/access.ts'
import type { ApplicationDocument } from '../../shared/application/document.ts'
import type { Person } from '../../shared/competition/setup.ts'
import { rubricOf } from '../../shared/competition/rubrics.ts'
import { filesOf, type ApplicationFiles } from '../files/application-documents.ts'
import type { Files } from '../files/files.ts'
import type { Readings } from '../files/readings.ts'
import { missing, type Texts } from '../files/texts.ts'
import type { Stages } from '../stages.ts'
import { sendDocument } from './document-file.ts'
import { nothingHere } from './refused.ts'

interface Parts {
  readonly stages: Stages
  readonly files: Files
  readonly texts: Texts
  readonly readings: Readings
  /** The person of a request's session, or null. */
  readonly personOf: (request: Request) => Person | null
}

/** The applications: what is in them, their texts, their files as they came. What a person may not see answers like what does not exist. */
export function applicationsApi({ stages, files, texts, readings, personOf }: Parts): Router {
  const api = express.Router()

  api.get('/:id', async (request, response) => {
    const found = open(request)
    if (!found) return nothingHere(response)
    const proposed = personOf(request)?.role === 'staff'
    const { journal, rubric } = stages.current()
    const state = journal.state()
    response.json(await readings.of(found, rubricOf(state, found.review, rubric), { proposed }))
  })

  api.get('/:id/involved', async (request, response) => {
    const person = personOf(request)
    const id = String(request.params['id'])
    const found = person && mayKnowInvolved(person, id) ? filesOf(state(), id) : null
    if (!found) return nothingHere(response)
    response.json(found.digest ? (await texts.digest(found.digest)).involved : [])
  })

  api.get('/:id/documents/:document/text', async (request, response) => {
    const document = openDocument(request)
    if (!document) return nothingHere(response)
    response.type('application/json').send(Buffer.from(await texts.json(document)))
  })

  api.get('/:id/documents/:document/file', async (request, response: Response) => {
    const document = openDocument(request)
    if (!document) return nothingHere(response)
    const place = await files.locate(document.file)
    if (!place) throw missing(document.file)
    sendDocument(response, document, place)
  })
  return api

  function state() {
    return stages.current().journal.state()
  }

  /** The application that a request names, where it is open to who asks. */
  function open(request: Request): ApplicationFiles | null {
    const person = personOf(request)
    const id = String(request.params['id'])
    return person && mayReadApplication(state(), person, id) ? filesOf(state(), id) : null
  }

  function openDocument(request: Request): ApplicationDocument | undefined {
    return open(request)?.documents.find(({ id }) => id === request.params['document'])
  }

  /** Who is involved is told before the application opens, so that a reviewer can say whether there is a conflict. */
  function mayKnowInvolved(person: Person, id: string): boolean {
    const asked = state().reviews.some(({ application, conflicts }) => {
      const status = conflicts[person.id]?.status
      return application === id && status !== undefined && status !== 'recused'
    })
    const staff = state().reviews.some(
      (review) => review.application === id && person.role === 'staff' && mayKnow(review, person),
    )
    return asked || staff
  }
}
