import express, { type Request, type Router } from 'express'
import type { AssignmentProblem, FixedParts } from '../../shared/assignment/problem.ts'
import type { SetUpCommand } from '../../shared/competition/command-set-up.ts'
import { drawTold } from '../../shared/competition/draft-told.ts'
import { asKnownTo } from '../../shared/competition/recused-staff.ts'
import type { AssignmentDrawn } from '../../shared/competition/set-up.ts'
import type { Person } from '../../shared/competition/setup.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { drawSchema, type AssignmentPage, type DrawAnswer } from '../../shared/protocol/assignment-page.ts'
import { solveAssignment } from '../assignment/solve.ts'
import { fromOwnPage } from '../http/origin.ts'
import { foreignPage, nothingHere, refused, unreadable } from '../http/refused.ts'
import type { Ports } from '../ports.ts'
import type { Stages } from '../stages.ts'
import { assignmentParts, keptParts } from './assignment-parts.ts'

interface Parts {
  readonly stages: Stages
  readonly ports: Pick<Ports, 'salt'>
  /** The person of a request's session, or null. */
  readonly personOf: (request: Request) => Person | null
  /** The same by now, on all nodes. */
  readonly personNow: (request: Request) => Promise<Person | null>
}

/**
 * Who can be assigned to what, and panels drawn at random, for staff alone. That they were drawn is put on record before it is told, so
 * that any node can say of a draft by which seed it was; panels follow once they are sent as `assignment.draft`. A draw may take a
 * minute, and ends when whoever asked has gone.
 */
export function assignmentApi({ stages, ports, personOf, personNow }: Parts): Router {
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
    const person = await personNow(request)
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
    const fixed = keptParts(page, keep)
    const problem: AssignmentProblem = { ...people, ...asked, seed, fixed }
    const answer = await solveAssignment(problem, { signal: gone.signal })
    if (response.closed) return
    if ('impossible' in answer) return void response.json(answer satisfies DrawAnswer)
    const { commands, journal } = stages.current()
    const command: SetUpCommand = {
      kind: 'assignment.draw',
      panels: answer.panels.map(byIds),
      places: { ...answer.places },
      seed,
      entered: body.data.seed !== undefined,
      asked: { ...asked, uneven: asked.uneven ?? false },
      kept: keep || page.kept.length > 0 ? besideWork(fixed, page) : null,
    }
    const kept = await commands.carryOutSetUp(person, { id: ports.salt(), command })
    if ('refused' in kept) return refused(response, 409, kept.sentence)
    const state = asKnownTo(journal.state(), person.id)
    const draw = state.setUp.draws.findLast((one) => one.by === person.id && one.seed === seed)
    if (!draw) throw new Error('A draw is on record, and the journal does not hold it.')
    const told = draw.drew > 0 ? drawTold(state, draw) : null
    response.json({ draft: answer, draw: told } satisfies DrawAnswer)
  })
  return api
}

/** A panel without its title, which staff may have written. */
function byIds<M extends string | null>({ id, monitor, reviewers }: Seats<M>) {
  return { id, monitor, reviewers: [...reviewers] }
}

interface Seats<M> {
  readonly id: string
  readonly monitor: M
  readonly reviewers: readonly string[]
}

/** What was kept, on request or because whoever draws may not change it: panels at work always are. */
function besideWork(
  { panels, places }: FixedParts,
  { atWork, kept }: AssignmentPage,
): AssignmentDrawn['kept'] {
  const asked = Object.entries(places).filter(([application]) => atWork.places[application] === undefined)
  const beside = panels.filter((panel) => !panel.atWork || kept.includes(panel.id))
  return { panels: beside.map(byIds), places: Object.fromEntries(asked) }
}
