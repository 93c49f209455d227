import express, { type Request, type Router } from 'express'
import { z } from 'zod'
import { calibrationPage } from '../../shared/competition/calibration-page.ts'
import { certifyPage } from '../../shared/competition/certify-page.ts'
import { rubricName } from '../../shared/competition/rubrics.ts'
import { setUpPage } from '../../shared/competition/set-up-page.ts'
import type { Person } from '../../shared/competition/setup.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { canonicalHash } from '../../shared/record/hash.ts'
import { rubricFileSchema } from '../../shared/rubric/rubric-schema.ts'
import { fromOwnPage } from '../http/origin.ts'
import { foreignPage, nothingHere, signedOut } from '../http/refused.ts'
import type { People } from '../people/people.ts'
import { changeRoster } from '../people/roster.ts'
import type { Ports } from '../ports.ts'
import type { Stages } from '../stages.ts'
import { presetsApi } from './presets-api.ts'
import { assignmentApi } from './assignment-api.ts'

interface Parts {
  readonly stages: Stages
  readonly ports: Pick<Ports, 'salt'>
  readonly people: Pick<People, 'forgetRemoved'>
  /** The person of a request's session, or null. */
  readonly personOf: (request: Request) => Person | null
  /** The same by now, on all nodes. */
  readonly personNow: (request: Request) => Promise<Person | null>
}

/** What set-up pages ask for, and the commands that they send; and what everybody certifies, or scored as a sample. For who is signed in. */
export function setUpApi({ stages, ports, people, personOf, personNow }: Parts): Router {
  const api = express.Router()
  api.use(presetsApi(personOf))

  api.get('/set-up', (request, response) => {
    const { journal, rubric } = stages.current()
    const person = personOf(request)
    if (person?.role !== 'staff') return nothingHere(response)
    response.json(setUpPage(journal.state(), rubric, journal.text, person))
  })

  api.post('/set-up/command', express.json({ limit: limits.setUpBytes }), async (request, response) => {
    if (!fromOwnPage(request)) return foreignPage(response)
    const person = await personNow(request)
    if (!person) return signedOut(response)
    const changing = { people, person, message: request.body }
    response.json(
      await changeRoster(changing, () => stages.current().commands.handleSetUp(person, request.body)),
    )
  })

  api.use('/set-up/assignment', assignmentApi({ stages, ports, personOf, personNow }))

  api.get('/certify', (request, response) => {
    const { journal } = stages.current()
    const person = personOf(request)
    if (person) response.json(certifyPage(journal.state(), person, journal.text))
    else nothingHere(response)
  })

  api.get('/calibration', (request, response) => {
    const { journal, rubric } = stages.current()
    const person = personOf(request)
    const page = person && calibrationPage(journal.state(), rubric, person)
    if (page) response.json(page)
    else nothingHere(response)
  })

  api.get('/rubrics/:name', (request, response) => {
    const { journal, rubric } = stages.current()
    const asked = request.params.name
    const known = Object.entries(journal.state().setUp.rubrics).find(([hash]) => rubricName(hash) === asked)
    const found = known?.[1] ?? (rubricName(canonicalHash(rubric)) === asked ? rubric : null)
    if (!found) return nothingHere(response)
    // What a hash names stays what it is.
    response.setHeader('Cache-Control', 'private, max-age=31536000, immutable')
    response.json(found)
  })

  // For editors, which are not signed in; it holds nothing of any competition.
  api.get('/rubric.schema.json', (_request, response) => {
    response.json(z.toJSONSchema(rubricFileSchema))
  })
  return api
}
