import express, { type Request, type Router } from 'express'
import type { AssignmentProblem } from '../../shared/assignment/problem.ts'
import type { Person } from '../../shared/competition/setup.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { drawSchema, type AssignmentPage, type DrawAnswer } from '../../shared/protocol/assignment-page.ts'
import { solveAssignment } from '../assignment/solve.ts'
import { fromOwnPage } from '../http/origin.ts'
import { foreignPage, nothingHere, unreadable } from '../http/refused.ts'
import type { Ports } from '../ports.ts'
import type { Stages } from '../stages.ts'
import { assignmentParts, keptParts } from './assignment-parts.ts'

interface Parts {
  readonly stages: Stages
  readonly ports: Pick<Ports, 'salt'>
  /** The person of a request's session, or null. */
  readonly personOf: (request: Request) => Person | null
}

/**
 * Who can be assigned to what, and panels drawn at random, for staff alone. A draw stores nothing: what it answers is a draft once it
 * is sent as `assignment.draft`. It may take a minute, and ends when whoever asked has gone.
 */
export function assignmentApi({ stages, ports, personOf }: Parts): Router {
  const api = express.Router()

  const parts = async (person: Person): Promise<AssignmentPage> => {
    const { journal, roll } = stages.current()
    await roll.directory.catchUp()
    return assignmentParts(journal.state(), roll.directory, person)
  }

  api.get('/', async (request, response) => {
    const person = personOf(request)
    if (person?.role !== 'staff') return nothingHere(response)
    response.json(await parts(person))
  })

  api.post('/', express.json({ limit: limits.setUpBytes }), async (request, response) => {
    const person = personOf(request)
    if (person?.role !== 'staff') return nothingHere(response)
    if (!fromOwnPage(request)) return foreignPage(response)
    const body = drawSchema.safeParse(request.body)
    if (!body.success) return unreadable(response)
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    const { keep, seed = ports.salt(), ...asked } = body.data
    const page = await parts(person)
    const { reviewers, monitors, applications, conflicts } = page
    const people = { reviewers, monitors, applications, conflicts }
    const problem: AssignmentProblem = { ...people, ...asked, seed, fixed: keptParts(page, keep) }
    const answer = await solveAssignment(problem, { signal: gone.signal })
    if (response.closed) return
    response.json(('impossible' in answer ? answer : { draft: answer }) satisfies DrawAnswer)
  })
  return api
}
