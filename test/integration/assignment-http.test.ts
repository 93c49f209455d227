import { afterAll, beforeAll, expect, test } from 'vitest'
import { solveAssignment } from '../../server/assignment/solve.ts'
import { faultsOf } from '../../shared/assignment/check.ts'
import type { Assignment, NoAssignment } from '../../shared/assignment/problem.ts'
import type { SetUpPage } from '../../shared/competition/set-up-page.ts'
import type { AssignmentPage, Draw } from '../../shared/protocol/assignment-page.ts'
import { ofItsSize } from './assignment-competition.ts'
import { readJournal } from '../harness/read-journal.ts'
import { startPeopleServer, type PeopleServer } from '../harness/people-server.ts'
import { fillCompetition, makeReady, must } from '../harness/assignment-server.ts'

let server: PeopleServer

beforeAll(async () => {
  server = await startPeopleServer()
  await fillCompetition(server)
})
afterAll(() => server?.close())

const draw: Draw = { panels: 3, seats: 3, mostPanels: 1, seed: '5eed0001' }

async function asked(changed: Partial<Draw> = {}): Promise<{ readonly draft: Assignment } | NoAssignment> {
  const answer = await server.post('/api/set-up/assignment', { ...draw, ...changed }, server.staff)
  expect(answer.status, answer.body).toBe(200)
  return JSON.parse(answer.body)
}

async function drafted(changed: Partial<Draw> = {}): Promise<Assignment> {
  const answer = await asked(changed)
  if ('impossible' in answer) throw new Error(answer.impossible.join(' '))
  return answer.draft
}

async function page(): Promise<AssignmentPage> {
  return JSON.parse((await server.get('/api/set-up/assignment', server.staff)).body)
}

const journal = () => readJournal(server.log, 'competition-1')

async function setUp(): Promise<SetUpPage> {
  return JSON.parse((await server.get('/api/set-up', server.staff)).body)
}

test('PANELS-1 panels are drawn from who is listed, where they come from and what they declared, and are a draft once saved', async () => {
  const { reviewers, monitors, applications, conflicts, leftOut } = await page()
  expect(reviewers[0]).toEqual({
    id: 'r1',
    home: 'Ohio',
    organization: null,
    label: 'Label of r1 (Name of r1)',
  })
  expect(conflicts).toEqual([{ person: 'r9', application: 'a3' }])
  expect(leftOut.map(({ application }) => application)).toEqual(['a8'])
  const draft = await drafted()
  const problem = { ...draw, reviewers, monitors, applications, conflicts, seed: draft.seed }
  expect(faultsOf(problem, draft)).toEqual([])
  expect(Object.keys(draft.places)).toHaveLength(7)
  expect((await setUp()).draft).toBeNull()
  await must(server, { kind: 'assignment.draft', ...draft })
  expect((await setUp()).draft).toMatchObject(draft)
})

test('PANELS-2 the same seed draws the same panels; without one a new seed is drawn, and told', async () => {
  const first = await drafted()
  expect(await drafted()).toEqual(first)
  const { seed: given, ...without } = draw
  const answer = await server.post('/api/set-up/assignment', without, server.staff)
  const { draft }: { readonly draft: Assignment } = JSON.parse(answer.body)
  expect(draft.seed).toMatch(/^[0-9a-f]{32}$/)
  expect(draft.seed).not.toBe(given)
  expect(await drafted({ seed: draft.seed })).toEqual(draft)
})

test('PANELS-20 a draw is on record by ids alone, with who asked for it and what for', async () => {
  const before = (await journal()).length
  const keep = {
    panels: [{ id: 'mine', title: 'Of Name of r4', monitor: null, reviewers: ['r4'] }],
    places: { a2: 'mine' },
  }
  const draft = await drafted({ keep, uneven: true })
  const [event, ...more] = (await journal()).slice(before)
  expect(more).toEqual([])
  expect(event).toMatchObject({ kind: 'assignment.drawn', by: 'staff-1' })
  expect(event?.kind === 'assignment.drawn' && event.data).toEqual({
    panels: draft.panels.map(({ id, monitor, reviewers }) => ({ id, monitor, reviewers })),
    places: draft.places,
    seed: '5eed0001',
    entered: true,
    asked: { panels: 3, seats: 3, mostPanels: 1, uneven: true },
    kept: { panels: [{ id: 'mine', monitor: null, reviewers: ['r4'] }], places: { a2: 'mine' } },
  })
  expect(JSON.stringify(event)).not.toMatch(/Name of|Label of|Ohio/)
  await asked({ panels: 4 })
  expect(await journal()).toHaveLength(before + 1)
})

test('PANELS-21 a seed that was not drawn, or that drew other panels, is recorded as by hand, whatever the page says', async () => {
  const draft = await drafted({ seed: 'honest' })
  const [first, ...others] = draft.panels
  if (!first) throw new Error('There are three panels.')
  const saved = async (sent: object) => {
    await must(server, { kind: 'assignment.draft', ...draft, ...sent })
    const { seed, draw, hands } = (await setUp()).draft ?? {}
    return { seed, drawn: draw?.seed ?? null, hands: hands?.by ?? [] }
  }
  expect(await saved({})).toEqual({ seed: 'honest', drawn: 'honest', hands: [] })
  const forged = { seed: null, drawn: null, hands: ['Program staff'] }
  expect(await saved({ seed: 'a seed that nobody drew' })).toEqual(forged)
  const changed = { panels: [{ ...first, reviewers: first.reviewers.slice(1) }, ...others] }
  expect(await saved(changed)).toEqual({ seed: null, drawn: 'honest', hands: ['Program staff'] })
  expect(await saved({ ...changed, seed: 'a seed that nobody drew' })).toEqual(forged)
  expect(await saved({})).toEqual({ seed: 'honest', drawn: 'honest', hands: [] })
})

test('PANELS-21 panels that were all kept are drawn by nobody, whatever seed is asked for', async () => {
  const { panels, places } = await drafted({ seed: 'first' })
  const keep = { panels: panels.map((panel) => ({ ...panel, title: `${panel.title} by hand` })), places }
  const answer = await server.post(
    '/api/set-up/assignment',
    { ...draw, seed: 'laundered', keep },
    server.staff,
  )
  expect(JSON.parse(answer.body)).toMatchObject({ draft: keep, draw: null })
  await must(server, { kind: 'assignment.draft', ...keep, seed: 'laundered' })
  expect((await setUp()).draft).toMatchObject({ seed: null, draw: null, hands: { by: ['Program staff'] } })
})

test('PANELS-3 where there are none, the answer says which rule is in the way', async () => {
  expect(await asked({ panels: 4 })).toEqual({
    impossible: [
      '3 reviewers for each of 4 panels are 12 seats; with at most 1 panel each, 10 reviewers fill 10.',
    ],
    proven: true,
  })
})

test('PANELS-4 what is kept stays, and what it lacks is added', async () => {
  const keep = {
    panels: [{ id: 'mine', title: 'My panel', monitor: null, reviewers: ['r4'] }],
    places: { a2: 'mine', a8: 'mine' },
  }
  const { panels, places } = await drafted({ keep })
  expect(panels[0]).toMatchObject({ id: 'mine', title: 'My panel' })
  expect(panels[0]?.reviewers).toHaveLength(3)
  expect(panels[0]?.reviewers[0]).toBe('r4')
  expect(places['a2']).toBe('mine')
  expect(places['a8']).toBeUndefined()
})

test('PANELS-5 panels at work stay as they are, whatever else is drawn', async () => {
  const draft = await drafted()
  await must(server, { kind: 'assignment.draft', ...draft })
  const opened =
    Object.keys(draft.places).find((application) => draft.places[application] === 'panel-2') ?? ''
  const panel = draft.panels.find(({ id }) => id === 'panel-2')
  await makeReady(server, [opened], [...(panel?.reviewers ?? []), panel?.monitor ?? ''])
  await must(server, { kind: 'assignment.open', applications: [opened] })
  const { atWork } = await page()
  expect(atWork).toEqual({ panels: [{ ...panel, atWork: true }], places: { [opened]: 'panel-2' } })
  for (const seed of ['one', 'two']) {
    const again = await drafted({ seed })
    expect(again.panels.find(({ id }) => id === 'panel-2')).toEqual(panel)
    expect(again.places[opened]).toBe('panel-2')
    await must(server, { kind: 'assignment.draft', ...again })
  }
})

test('PANELS-6 drawing is for program staff, on a page of this server; what cannot be asked changes nothing', async () => {
  const reviewer = await reviewerOf(server)
  for (const cookie of [reviewer, undefined]) {
    const status = cookie === undefined ? 401 : 404
    expect((await server.get('/api/set-up/assignment', cookie)).status).toBe(status)
    expect((await server.post('/api/set-up/assignment', draw, cookie)).status).toBe(status)
  }
  for (const wrong of [{}, { ...draw, panels: 0 }, { ...draw, seats: 10 }, { ...draw, seed: ' ' }])
    expect((await server.post('/api/set-up/assignment', wrong, server.staff)).status).toBe(400)
  expect(server.failures).toEqual([])
})

test('PANELS-19 nothing opens to a panel with somebody from the applicant’s own State, also one made by hand', async () => {
  const draft = await drafted()
  const panel = { id: 'by-hand', title: 'By hand', monitor: 'm1', reviewers: ['r1', 'r2', 'r4'] }
  const atWork = (await setUp()).panels
  const panels = [...atWork, panel]
  const places = Object.fromEntries(
    Object.entries(draft.places).filter(([, id]) => atWork.some((one) => one.id === id)),
  )
  const { applications } = await page()
  const { id: application = '' } = applications.find(({ home }) => home === 'Ohio') ?? {}
  if (places[application] !== undefined) throw new Error(`${application} is at work.`)
  await must(server, {
    kind: 'assignment.draft',
    panels,
    places: { ...places, [application]: panel.id },
    seed: null,
  })
  await makeReady(server, [application], [...panel.reviewers, panel.monitor])
  const answer = await server.command({ kind: 'assignment.open', applications: [application] })
  expect(JSON.parse(answer.body)).toEqual({
    refused: 'out-of-turn',
    sentence: 'Label of r1 (Name of r1) is from the same State as Ohio. Put somebody else on By hand.',
  })
  expect((await setUp()).applications.find(({ id }) => id === application)?.opened).toBe(false)
})

test('PANELS-7 whoever gives up ends the search, and the next is served', async () => {
  const gone = new AbortController()
  const waiting = new AbortController()
  const first = solveAssignment(ofItsSize({ declared: 2400 }), { signal: gone.signal })
  const second = solveAssignment(ofItsSize({ declared: 2400 }), { signal: waiting.signal })
  waiting.abort()
  gone.abort()
  const givenUp = { impossible: ['The search was given up.'], proven: false }
  expect(await first).toEqual(givenUp)
  expect(await second).toEqual(givenUp)
  expect(await drafted()).toMatchObject({ seed: draw.seed })
})

async function reviewerOf({ post, staff, signIn }: PeopleServer): Promise<string> {
  const answer = await post('/api/people/invite', { people: ['r1'], copy: true }, staff)
  const cookie = await signIn(JSON.parse(answer.body).links[0].link)
  if (cookie === null) throw new Error('The reviewer could not sign in.')
  return cookie
}
