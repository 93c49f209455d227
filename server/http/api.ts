import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import { recusedFrom } from '../../shared/competition/recused-staff.ts'
import type { Person } from '../../shared/competition/setup.ts'
import { makeExport } from '../exports/export.ts'
import { formRoute } from '../forms/form-route.ts'
import type { Signer } from '../journal/signing.ts'
import type { Ports } from '../ports.ts'
import { tokenOf, type Cookies } from '../sign-in/cookie.ts'
import type { Links } from '../sign-in/links.ts'
import type { Sessions } from '../sign-in/sessions.ts'
import type { Stages } from '../stages.ts'
import { effectsApi } from './effects-api.ts'
import { panelApi } from './panel-api.ts'
import { foreignPage, nothingHere, refused, signedOut } from './refused.ts'
import { fromOwnPage } from './origin.ts'

export interface ApiParts {
  readonly stages: Stages
  readonly sessions: Sessions
  readonly links: Links
  readonly cookies: Cookies
  readonly signer: Signer
  readonly ports: Ports
  readonly applications: Router
  readonly imports: Router
  readonly setUp: Router
  /** The person of a request's session, or null. */
  readonly personOf: (request: Request) => Person | null
}

/** What a page of a seat asks for over HTTP. What a person may not see answers exactly like what does not exist. */
export function seatApi({
  stages,
  sessions,
  links,
  cookies,
  signer,
  ports,
  applications,
  imports,
  setUp,
  personOf,
}: ApiParts): Router {
  const api = express.Router()
  api.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    next()
  })
  // Before anything reads bodies: a file's is read piece by piece.
  api.use('/reviews', signedIn, imports)
  api.use(['/set-up', '/certify', '/calibration', '/rubrics'], signedIn)
  api.use(setUp)
  api.use(express.json({ limit: '4kb' }))

  api.post('/sit', async (request, response) => {
    const body = z.strictObject({ token: z.string().max(1000) }).safeParse(request.body)
    if (!fromOwnPage(request)) return foreignPage(response)
    const link = body.success ? links.read(body.data.token) : null
    const { competition, journal } = stages.current()
    const { people, rehearsal } = journal.state()
    const words = rehearsal ? seatLinks : invitedLinks
    if (link?.competition !== competition || !people.some(({ id }) => id === link.person))
      return refused(response, 410, words.old)
    const token = await sessions.open(link)
    if (!token) return refused(response, 410, words.used)
    response.setHeader('Set-Cookie', cookies.session(token))
    response.status(204).end()
  })

  api.post('/sign-out', async (request, response) => {
    if (!fromOwnPage(request)) return foreignPage(response)
    const token = tokenOf(request)
    if (token && personOf(request)) await sessions.end(token)
    response.setHeader('Set-Cookie', cookies.ended())
    response.status(204).end()
  })

  api.use('/applications', signedIn, applications)
  api.use('/tiers', signedIn, effectsApi({ stages, personOf }))

  api.use('/reviews', signedIn, panelApi({ stages, personOf }))

  api.get('/reviews/:review/form.pdf', signedIn, formRoute({ stages, now: ports.now, personOf }))

  api.get('/export', signedIn, (request, response) => {
    const person = personOf(request)
    if (person?.role !== 'staff') return nothingHere(response)
    const { journal, rubric, competition } = stages.current()
    if (recusedFrom(journal.state(), person.id).size > 0) return refused(response, 409, recusedExports)
    const made = makeExport({ entries: journal.entries(), rubric, signer, exportedAt: ports.now() })
    if ('refused' in made) return refused(response, 409, made.sentence)
    response.setHeader('Content-Disposition', `attachment; filename="${competition}.json"`)
    response.json(made)
  })

  api.get(
    '/key',
    (_request, response) => void response.type('application/x-pem-file').send(signer.publicKeyPem),
  )

  api.use((_request, response) => nothingHere(response))
  return api

  function signedIn(request: Request, response: Response, next: () => void): void {
    if (personOf(request)) next()
    else signedOut(response)
  }
}

const seatLinks = {
  used: 'This link has been used. Go back to the list of seats and sit down again.',
  old: 'This link is no longer good. Go back to the list of seats and sit down again.',
}
const invitedLinks = {
  used: 'This link has been used, or another has come in its place.',
  old: 'This link is no longer good.',
}

const recusedExports =
  'You are recused from an application, and the export holds all of them. Another of program staff exports.'
