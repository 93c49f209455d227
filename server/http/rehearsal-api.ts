import express, { type Request, type Response, type Router } from 'express'
import { stepOf } from '../../shared/competition/step.ts'
import { seatHost, seats } from '../rehearsal/rehearsal.ts'
import type { Links } from '../sign-in/links.ts'
import type { Stages } from '../stages.ts'
import type { RehearsalPage } from '../../shared/protocol/rehearsal-page.ts'
import { foreignPage, refused } from './refused.ts'
import { fromOwnPage, hostName, mayRehearse } from './origin.ts'

interface Parts {
  readonly stages: Stages
  readonly links: Links
  readonly boundToLoopback: boolean
}

/** The list of seats at http://localhost, and starting over. For a rehearsal, on this machine, and nowhere else. */
export function rehearsalApi({ stages, links, boundToLoopback }: Parts): Router {
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
        }
      }),
      // Steps and no more: how far a seat is, is not for everybody who can open this page.
      reviews: state.reviews.map((review) => ({
        id: review.id,
        applicant: state.applications.find(({ id }) => id === review.application)?.applicant ?? '',
        step: stepOf(review, rubric, 'monitor', 'monitor'),
      })),
    }
    response.json(page)
  })

  api.post('/start-over', async (request, response) => {
    if (!fromOwnPage(request)) return foreignPage(response)
    await stages.startOver()
    response.status(204).end()
  })
  return api
}
