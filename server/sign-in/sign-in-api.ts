import express, { type Router } from 'express'
import { z } from 'zod'
import type { Competition } from '../../shared/competition/state.ts'
import type { SignInPage } from '../../shared/protocol/people-page.ts'
import { fromOwnPage } from '../http/origin.ts'
import { foreignPage, nothingHere, refused, unreadable } from '../http/refused.ts'
import { isEmail, normalEmail } from '../people/directory-entry.ts'

interface Parts {
  readonly state: () => Competition
  /** Whether links can be mailed. */
  readonly mails: boolean
  /** Mails a link to whoever has this address, if anybody has and it was not asked for too often. */
  readonly sendLink: (email: string) => Promise<void>
  readonly onFailure: (error: unknown) => void
}

const askSchema = z.strictObject({ email: z.string().max(1_000) })

/** What a page may know before anybody is signed in, and asking for a link by e-mail. */
export function signInApi({ state, mails, sendLink, onFailure }: Parts): Router {
  const api = express.Router()
  api.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    next()
  })

  api.get('/', (_request, response) => {
    const { rehearsal, title } = state()
    const page: SignInPage = rehearsal ? { is: 'rehearsal' } : { is: 'competition', title, mails }
    response.json(page)
  })

  api.post('/ask', express.json({ limit: '4kb' }), async (request, response) => {
    if (!fromOwnPage(request)) return foreignPage(response)
    if (state().rehearsal || !mails) return nothingHere(response)
    const body = askSchema.safeParse(request.body)
    if (!body.success) return unreadable(response)
    const email = normalEmail(body.data.email)
    if (!isEmail(email)) return refused(response, 400, notAnAddress)
    // Answered before it is looked up: neither words nor time tell whether anybody has this address. Nobody is refused, so that whoever
    // asks very often shuts nobody out.
    response.json({ sentence: asked })
    sendLink(email).catch(onFailure)
  })
  return api
}

const asked =
  'If this is the address of somebody who was invited, a link is on its way to it, three times in ten minutes at most. It is good for ten minutes.'
const notAnAddress = 'That is not an e-mail address.'
