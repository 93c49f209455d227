import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SetUpCommand } from '../../shared/competition/command-set-up.ts'
import type { SetUpPage } from '../../shared/competition/set-up-page.ts'
import type { AssignmentPage } from '../../shared/protocol/assignment-page.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { ask, type Asking } from '../harness/ask.ts'
import type { PeopleServer } from '../harness/people-server.ts'
import { startSetUp } from '../harness/set-up-play.ts'
import { startSetUpServer, type SetUpServer } from '../harness/set-up-server.ts'
import { declare, draftAll, open, setUpOfEach } from '../harness/set-up-steps.ts'

let set: SetUpServer
let server: PeopleServer

beforeAll(async () => {
  set = await startSetUpServer()
  server = set.server
})
afterAll(async () => {
  expect(server.failures).toEqual([])
  await set.close()
})

const headersOf = (who: string) => ({ cookie: set.cookie(who) })
const own = () => ({ origin: `http://localhost:${server.port}` })
const everybody = ['staff-1', 'r1', 'r7', 'monitor-1', 'official', 'nobody']

async function send(who: string, command: SetUpCommand, id: string = randomUUID()) {
  const headers = { ...own(), ...headersOf(who) }
  const json = { id, command }
  for (;;) {
    const answer = await ask(server.port, 'localhost', '/api/set-up/command', {
      method: 'POST',
      headers,
      json,
    })
    const refused: string | undefined = answer.status === 200 ? JSON.parse(answer.body).refused : undefined
    if (refused !== 'too-many') return answer
  }
}

const mustSend = (who: string, command: SetUpCommand): Promise<void> => set.must(who, command)

async function post(who: string, asking: Asking) {
  const headers = { ...headersOf(who), ...asking.headers }
  return ask(server.port, 'localhost', '/api/set-up/command', { method: 'POST', ...asking, headers })
}

const head = (): Promise<number> => server.log.head('journal/competition-1')

test('SETUP-20 what is set up is told to staff alone, what is certified and the rubric to everybody signed in, nothing to nobody', async () => {
  const name = (await pageOf('staff-1')).rubric.name
  const table: Readonly<Record<string, string>> = {
    '/api/set-up': '200 404 404 404 404 401',
    '/api/certify': '200 200 200 200 200 401',
    '/api/calibration': '404 404 404 404 404 401',
    [`/api/rubrics/${name}`]: '200 200 200 200 200 401',
    '/api/rubrics/000000000000': '404 404 404 404 404 401',
    '/api/set-up/nothing': '404 404 404 404 404 401',
  }
  for (const [at, expected] of Object.entries(table)) {
    const statuses = []
    for (const who of everybody) statuses.push((await server.get(at, set.cookie(who))).status)
    expect(`${at} ${statuses.join(' ')}`).toBe(`${at} ${expected}`)
  }
})

test('EDITOR-15 where a file says that its schema is, it is, also for an editor that is not signed in', async () => {
  const { status, body } = await server.get('/api/rubric.schema.json')
  expect(status).toBe(200)
  const schema: unknown = JSON.parse(body)
  expect(schema).toMatchObject({ additionalProperties: false, properties: { $schema: { type: 'string' } } })
  expect(schema).toMatchObject({ required: expect.not.arrayContaining(['$schema']) })
})

async function pageOf(who: string): Promise<SetUpPage> {
  return JSON.parse((await server.get('/api/set-up', set.cookie(who))).body)
}

const isServers = (kind: string): boolean => kind === 'notice.attach' || kind === 'assignment.draw'

test('SETUP-21 each command over the line is its giver’s alone, and a refusal writes nothing', async () => {
  const commands = setUpOfEach(draftAll(startSetUp())).filter(
    ({ kind }) => kind !== 'conflict.declare' && !isServers(kind),
  )
  const before = await head()
  for (const who of ['r1', 'r7', 'monitor-1', 'official'])
    for (const command of commands) {
      const answer = await send(who, command)
      expect(JSON.parse(answer.body).refused, `${who} ${command.kind}`).toBe('not-found')
    }
  for (const command of setUpOfEach(draftAll(startSetUp())))
    expect((await send('nobody', command)).status, command.kind).toBe(401)
  expect(await head()).toBe(before)
})

test('SETUP-21 whose command it is not is told so before anything else: nothing of who is kept from what', async () => {
  const from = (home: string | null) => [
    { person: 'r4', name: 'Jane Roe', email: null, organization: null, home },
  ]
  const describe = (home: string | null) =>
    server.post('/api/people/describe', { entries: from(home) }, set.cookie('staff-1'))
  const zone: SetUpCommand = { kind: 'dates.set', zone: 'America/Atlantis', dates: [] }
  const nothing = JSON.stringify({
    refused: 'not-found',
    sentence: 'There is nothing here, or it is not open to you.',
  })
  expect((await describe('Maine')).status).toBe(204)
  for (const who of ['r1', 'monitor-1', 'official'])
    for (const command of [open('beta'), open('gamma'), zone])
      expect((await send(who, command)).body, `${who} ${command.kind}`).toBe(nothing)
  expect(JSON.parse((await send('staff-1', open('beta'))).body)).toEqual({
    refused: 'out-of-turn',
    sentence:
      'Reviewer 4 (Jane Roe) is from the same State as State of beta. Put somebody else on Panel two.',
  })
  expect((await describe(null)).status).toBe(204)
})

test('SETUP-21 what only the server does in a person’s name is no command of a page', async () => {
  const own = setUpOfEach(draftAll(startSetUp())).filter(({ kind }) => isServers(kind))
  expect(own).toHaveLength(2)
  for (const command of own)
    expect(JSON.parse((await send('staff-1', command)).body).refused, command.kind).toBe('malformed')
})

test('SETUP-22 a command from another page is refused, and one that names none', async () => {
  const json = { id: randomUUID(), command: { kind: 'competition.name', title: 'Taken over' } }
  const before = await head()
  for (const origin of ['http://evil.example', `http://r1.localhost:${server.port}`, 'null'])
    expect((await post('staff-1', { json, headers: { origin } })).status, origin).toBe(403)
  expect((await post('staff-1', { json })).status).toBe(403)
  expect(await head()).toBe(before)
})

test('SETUP-23 what cannot be read is answered with a sentence and changes nothing', async () => {
  const before = await head()
  const type = { 'content-type': 'application/json', ...own() }
  const large = Buffer.from(JSON.stringify({ id: 'x'.repeat(limits.setUpBytes), command: {} }))
  const bodies: readonly (readonly [bytes: string | Buffer, status: number])[] = [
    ['{"id":', 400],
    ['[]', 200],
    ['{}', 200],
    ['{"id":"short","command":{"kind":"competition.resume"}}', 200],
    ['{"id":"long-enough","command":{"kind":"competition.remove"}}', 200],
    ['{"id":"long-enough","command":{"kind":"competition.name","title":"A","more":1}}', 200],
    ['{"id":"long-enough","command":{"kind":"competition.name","title":"   "}}', 200],
    [large, 413],
  ]
  for (const [bytes, status] of bodies) {
    const answer = await post('staff-1', { bytes: Buffer.from(bytes), headers: type })
    expect(answer.status, String(bytes).slice(0, 80)).toBe(status)
    const told = JSON.parse(answer.body)
    expect(told.sentence).toEqual(expect.any(String))
    if (status === 200) expect(told.refused).toBe('malformed')
  }
  expect(await head()).toBe(before)
})

test('SETUP-23 a command of up to 4 MB is taken, and a list that is longer than it may be is not', async () => {
  const names = `${'n'.repeat(19_000)}`
  const many = (count: number): SetUpCommand => ({
    kind: 'applications.set',
    applications: Array.from({ length: count }, (_, at) => ({
      id: `bulk-${at}`,
      applicant: `State ${at}`,
      home: null,
      requested: null,
      received: null,
      involved: { districts: names, partners: '', consultants: '', signatories: '' },
    })),
  })
  expect(JSON.parse((await send('staff-1', many(200))).body)).toEqual({ done: true })
  const short = many(401)
  if (short.kind !== 'applications.set') throw new Error('It is a list of applications.')
  for (const application of short.applications) application.involved.districts = ''
  expect(JSON.parse((await send('staff-1', short)).body).refused).toBe('malformed')
  const ids = Array.from({ length: 200 }, (_, at) => `bulk-${at}`)
  await mustSend('staff-1', { kind: 'applications.remove', applications: ids })
})

test('SETUP-24 the same command twice is carried out once, one after the other and at once', async () => {
  const id = randomUUID()
  const name: SetUpCommand = { kind: 'competition.name', title: 'Named once' }
  const before = await head()
  const answers = await Promise.all([send('staff-1', name, id), send('staff-1', name, id)])
  answers.push(await send('staff-1', name, id))
  for (const { body } of answers) expect(JSON.parse(body)).toEqual({ done: true })
  expect(await head()).toBe(before + 1)
  const pauseId = randomUUID()
  const pausing: SetUpCommand = { kind: 'competition.pause', reason: 'Lunch.' }
  for (const body of [await send('staff-1', pausing, pauseId), await send('staff-1', pausing, pauseId)])
    expect(JSON.parse(body.body)).toEqual({ done: true })
  await mustSend('staff-1', { kind: 'competition.resume' })
})

test('SETUP-25 a time zone that there is not is refused', async () => {
  const dates = (zone: string): SetUpCommand => ({ kind: 'dates.set', zone, dates: [] })
  expect(JSON.parse((await send('staff-1', dates('America/Atlantis'))).body)).toMatchObject({
    refused: 'malformed',
    sentence: 'There is no time zone America/Atlantis.',
  })
  await mustSend('staff-1', dates('America/New_York'))
})

test('SETUP-26 a version of the rubric stands under its hash for good', async () => {
  const { rubric } = await pageOf('staff-1')
  const first = await server.get(`/api/rubrics/${rubric.name}`, set.cookie('r1'))
  expect(first.headers['cache-control']).toBe('private, max-age=31536000, immutable')
  const next = { ...raceToTheTop, version: raceToTheTop.version + 1, title: 'Amended' }
  await mustSend('staff-1', {
    kind: 'rubric.set',
    rubric: JSON.parse(JSON.stringify(next)),
    why: 'It was amended.',
  })
  const { rubric: newer } = await pageOf('staff-1')
  expect(newer.name).not.toBe(rubric.name)
  expect((await server.get(`/api/rubrics/${rubric.name}`, set.cookie('r1'))).body).toBe(first.body)
  expect(JSON.parse((await server.get(`/api/rubrics/${newer.name}`, set.cookie('r1'))).body).title).toBe(
    'Amended',
  )
})

test('SETUP-27 whoever is recused among staff gets nothing of the application over HTTP', async () => {
  const asked = async () => {
    const at = ['/api/applications/alpha', '/api/applications/alpha/involved']
    return Promise.all(at.map(async (each) => (await server.get(each, set.cookie('staff-2'))).status))
  }
  expect(await asked()).toEqual([200, 200])
  await mustSend('staff-2', declare('alpha', 'recused'))
  expect(await asked()).toEqual([404, 404])
  const headers = { ...own(), ...headersOf('staff-2') }
  const upload = await ask(server.port, 'localhost', '/api/reviews/alpha.1.1/documents?name=a.txt', {
    method: 'POST',
    headers,
    bytes: Buffer.from('Text.'),
  })
  expect(upload.status).toBe(404)
  const alpha = (await pageOf('staff-2')).applications.find(({ id }) => id === 'alpha')
  expect(alpha).toMatchObject({ recused: true, review: '', home: null })
  const drawn = await server.get('/api/set-up/assignment', set.cookie('staff-2'))
  expect(drawn.status).toBe(200)
  const parts = JSON.parse(drawn.body)
  expect(parts.applications.map(({ id }: { id: string }) => id)).not.toContain('alpha')
  expect(parts).toMatchObject({ conflicts: [], atWork: { places: {} } })
  expect(parts.leftOut).toEqual([
    {
      application: 'alpha',
      sentence: 'You are recused from State of alpha. Another of program staff assigns it.',
    },
  ])
})

test('HELD-33 a draw of staff who are recused from an application keeps the panel that reads it, and says which that is', async () => {
  await mustSend('staff-2', declare('beta', 'recused'))
  const read = async (): Promise<AssignmentPage> =>
    JSON.parse((await server.get('/api/set-up/assignment', set.cookie('staff-2'))).body)
  const before = (await pageOf('staff-1')).draft
  const two = before?.panels.find(({ id }) => id === 'two')
  const { kept, atWork } = await read()
  expect(kept).toEqual(['two'])
  expect(atWork.panels.find(({ id }) => id === 'two')).toEqual({ ...two, atWork: true })
  const asked = { panels: 2, seats: 1, mostPanels: 2 }
  const answer = await server.post(
    '/api/set-up/assignment',
    { ...asked, uneven: true },
    set.cookie('staff-2'),
  )
  const { draft } = JSON.parse(answer.body)
  expect(draft.panels.find(({ id }: { id: string }) => id === 'two')).toMatchObject(two ?? {})
  await mustSend('staff-2', { kind: 'assignment.draft', ...draft })
  expect((await pageOf('staff-1')).draft).toMatchObject({ panels: draft.panels, places: { beta: 'two' } })
  expect((await read()).kept).toEqual(['two'])
})
