import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import type { Refusal } from '../../shared/competition/refusal.ts'
import type { Person } from '../../shared/competition/setup.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { owedKinds } from '../../shared/protocol/people-page.ts'
import { fromOwnPage } from '../http/origin.ts'
import { foreignPage, nothingHere, refused, unreadable } from '../http/refused.ts'
import { directoryEntrySchema, directoryLimits } from './directory-entry.ts'
import type { People } from './people.ts'
import type { Reminders } from './reminders.ts'

interface Parts {
  readonly people: People
  readonly reminders: Reminders
  /** In a rehearsal nobody is invited: whoever wants a seat takes one. */
  readonly rehearsal: () => boolean
  /** The person of a request's session, or null. */
  readonly personOf: (request: Request) => Person | null
  /** The same by now, on all nodes. */
  readonly personNow: (request: Request) => Promise<Person | null>
}

const named = z.array(z.string().max(40)).min(1).max(limits.setUpItems)
const inviteSchema = z.strictObject({ people: named, copy: z.boolean().default(false) })
const revokeSchema = z.strictObject({ people: named })
const remindSchema = z.strictObject({ people: named, what: z.enum(owedKinds) })
const describeSchema = z.strictObject({
  entries: z.array(directoryEntrySchema).min(1).max(directoryLimits.people),
})

/** Who the people are, and what staff do so that they come in. For staff alone; for everybody else there is nothing here. */
export function peopleApi({ people, reminders, rehearsal, personOf, personNow }: Parts): Router {
  const api = express.Router()
  api.use((request, response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    if (rehearsal() || personOf(request)?.role !== 'staff') return nothingHere(response)
    if (request.method !== 'GET' && !fromOwnPage(request)) return foreignPage(response)
    next()
  })
  api.get('/', async (_request, response) => void response.json(await people.page()))

  // A thousand entries, with everything filled.
  api.use(express.json({ limit: '4mb' }))
  api.use(async (request, response, next) => {
    if ((await personNow(request))?.role === 'staff') next()
    else nothingHere(response)
  })

  api.post('/invite', async (request, response) => {
    const body = inviteSchema.safeParse(request.body)
    if (!body.success) return unreadable(response)
    const by = staff(request)
    const site = request.headers.origin ?? ''
    const answer = await people.invite({ ...body.data, by, site })
    if ('refused' in answer) return refusal(response, answer)
    response.json(answer)
  })

  api.post('/revoke', async (request, response) => {
    const body = revokeSchema.safeParse(request.body)
    if (!body.success) return unreadable(response)
    done(response, await people.revoke(body.data.people, staff(request)))
  })

  api.post('/remind', async (request, response) => {
    const body = remindSchema.safeParse(request.body)
    if (!body.success) return unreadable(response)
    const answer = await reminders.remind(body.data.people, body.data.what)
    if ('refused' in answer) return refusal(response, answer)
    response.json(answer)
  })

  api.post('/describe', async (request, response) => {
    const body = describeSchema.safeParse(request.body)
    if (!body.success) return unreadable(response)
    done(response, await people.describe(body.data.entries, staff(request)))
  })
  return api

  function staff(request: Request): string {
    const person = personOf(request)
    if (!person) throw new Error('Nobody is signed in.')
    return person.id
  }
}

function done(response: Response, answer: Refusal | null): void {
  if (answer) refusal(response, answer)
  else response.status(204).end()
}

function refusal(response: Response, { sentence }: Refusal): void {
  refused(response, 409, sentence)
}
