import express, { type Request, type RequestHandler, type Response, type Router } from 'express'
import { z } from 'zod'
import { stepOf } from '../../shared/competition/step.ts'
import { rubricOf } from '../../shared/competition/rubrics.ts'
import { paces } from '../../shared/rehearsal/paces.ts'
import type { Players } from '../rehearsal/played/players.ts'
import { seatHost, seats } from '../rehearsal/rehearsal.ts'
import type { Links } from '../sign-in/links.ts'
import type { Stages } from '../stages.ts'
import type { PlayAnswer, RehearsalPage } from '../../shared/protocol/rehearsal-page.ts'
import { foreignPage, refused, unreadable } from './refused.ts'
import { fromOwnPage, hostName, mayRehearse } from './origin.ts'

interface Parts {
  readonly stages: Stages
  readonly links: Links
  readonly players: Players
  readonly boundToLoopback: boolean
}

const peopleSchema = z.strictObject({ people: z.array(z.string().max(40)).max(20) })
const paceSchema = z.strictObject({ pace: z.enum(paces) })

/** The list of seats at http://localhost, which of them are played, and starting over. For a rehearsal, on this machine, and nowhere else. */
export function rehearsalApi({ stages, links, players, boundToLoopback }: Parts): Router {
  const api = express.Router()
  const allowed = (request: Request): boolean =>
    stages.current().journal.state().rehearsal &&
    mayRehearse(request, boundToLoopback) &&
    hostName(request) === 'localhost'

  api.use((request: Request, response: Response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    if (allowed(request)) next()
    else
      refused(
        response,
        404,
        'There is no list of seats here. Open http://localhost with the port of this server.',
      )
  })

  api.get('/', (request, response) => {
    const { journal, competition, rubric } = stages.current()
    const state = journal.state()
    const port = (request.headers.host ?? '').split(':')[1]
    const page: RehearsalPage = {
      title: state.title,
      seats: seats.map((person) => {
        const host = `${seatHost(person)}.localhost${port ? `:${port}` : ''}`
        const token = links.make({ competition, person: person.id })
        return {
          person: person.id,
          role: person.role,
          label: person.label,
          host,
          link: `http://${host}/sit#${token}`,
          sitting: players.sitting(person.id),
        }
      }),
      pace: players.refusal() ? null : players.pace(),
      // Steps and no more: how far a seat is, is not for everybody who can open this page.
      reviews: state.reviews.map((review) => ({
        id: review.id,
        applicant: state.applications.find(({ id }) => id === review.application)?.applicant ?? '',
        step: stepOf(state, review, rubricOf(state, review, rubric), { id: 'monitor', role: 'monitor' }),
      })),
    }
    response.json(page)
  })

  api.use(ownPage, express.json({ limit: '4kb' }))

  api.post('/start-over', async (_request, response) => {
    await stages.startOver()
    response.status(204).end()
  })

  api.post('/play', async (request, response) => {
    const body = peopleSchema.safeParse(request.body)
    if (!body.success) return unreadable(response)
    const taken = await players.play(body.data.people)
    if ('refused' in taken) return refused(response, 409, taken.sentence)
    const answer: PlayAnswer = { taken }
    response.json(answer)
  })

  api.post('/stop', (request, response) => {
    const body = peopleSchema.safeParse(request.body)
    if (!body.success) return unreadable(response)
    players.stop(body.data.people)
    response.status(204).end()
  })

  api.post('/pace', (request, response) => {
    const body = paceSchema.safeParse(request.body)
    if (!body.success) return unreadable(response)
    players.setPace(body.data.pace)
    response.status(204).end()
  })
  return api
}

const ownPage: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || fromOwnPage(request)) next()
  else foreignPage(response)
}
