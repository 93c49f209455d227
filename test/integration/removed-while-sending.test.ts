import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person } from '../../shared/competition/setup.ts'
import { ask } from '../harness/ask.ts'
import { readJournal } from '../harness/read-journal.ts'
import { startSetUpServer, type SetUpServer } from '../harness/set-up-server.ts'

let set: SetUpServer

beforeAll(async () => {
  set = await startSetUpServer()
})
afterAll(async () => {
  expect(set.server.failures).toEqual([])
  await set.close()
})

const origin = () => `http://localhost:${set.server.port}`
const gamma = 'Application,Requested\ngamma,12345\n'
const staff = (id: string): Person => ({ id, role: 'staff', label: `Label of ${id}` })

/** What staff send, each a body that may come slowly. */
const bodies = (digest: string): readonly (readonly [path: string, body: string])[] => [
  [`/api/set-up/tables/amounts?name=a.csv&apply=${digest}`, gamma],
  ['/api/reviews/gamma.1.1/documents?name=late.txt', 'A text that comes too late.\n'],
  ['/api/set-up/notice?name=notice.txt', 'A notice that comes too late.\n'],
  ['/api/set-up/command', json({ id: randomUUID(), command: { kind: 'competition.name', title: 'Late' } })],
  ['/api/set-up/assignment', json({ panels: 2, seats: 1, mostPanels: 2 })],
  ['/api/people/invite', json({ people: ['r7'], copy: true })],
  ['/api/people/revoke', json({ people: ['r6'] })],
  ['/api/people/remind', json({ people: ['r6'], what: 'certify' })],
  ['/api/people/describe', json({ entries: [described] })],
]
const json = (body: unknown): string => JSON.stringify(body)
const described = { person: 'r6', name: 'Late', email: 'late@panel.example', organization: null, home: null }

/** Sends the half of a body; the server has begun to answer by then. */
async function half(cookie: string, [path, body]: readonly [path: string, body: string]) {
  const type = body.startsWith('{') ? 'application/json' : 'application/octet-stream'
  const outgoing = request({
    ...{ host: '127.0.0.1', port: set.server.port, path, method: 'POST', agent: false },
    headers: {
      ...{ host: `localhost:${set.server.port}`, origin: origin(), cookie },
      ...{ 'content-type': type, 'content-length': Buffer.byteLength(body), expect: '100-continue' },
    },
  })
  const answer = new Promise<string>((resolve, reject) => {
    outgoing.on('error', reject)
    outgoing.on('response', (incoming) => {
      let text = `${path} ${incoming.statusCode}\n`
      incoming.setEncoding('utf8').on('data', (piece: string) => (text += piece))
      incoming.on('end', () => resolve(text))
    })
  })
  // A test that failed before does not wait for it.
  answer.catch(() => undefined)
  outgoing.flushHeaders()
  await once(outgoing, 'continue')
  outgoing.write(body.slice(0, 10))
  return async (): Promise<string> => {
    outgoing.end(body.slice(10))
    return answer
  }
}

const ways: Readonly<Record<string, (id: string) => Promise<unknown>>> = {
  'is removed': (id) => set.must('staff-1', { kind: 'people.remove', people: [id] }),
  'is staff no more': (id) =>
    set.must('staff-1', { kind: 'people.set', people: [{ ...staff(id), role: 'reviewer' }] }),
  'has no access any more': (id) =>
    set.server.post('/api/people/revoke', { people: [id] }, set.cookie('staff-1')),
}

test.each(Object.keys(ways))(
  'HELD-30 nothing is carried out, and nothing told, of what somebody sends who %s before it has come',
  async (way) => {
    const id = `gone-${Object.keys(ways).indexOf(way)}`
    await set.must('staff-1', { kind: 'people.set', people: [staff(id)] })
    const invited = await set.server.post(
      '/api/people/invite',
      { people: [id], copy: true },
      set.server.staff,
    )
    const cookie = (await set.server.signIn(JSON.parse(invited.body).links[0].link)) ?? ''
    const looked = await ask(set.server.port, 'localhost', '/api/set-up/tables/amounts?name=a.csv', {
      method: 'POST',
      headers: { origin: origin(), cookie },
      bytes: Buffer.from(gamma),
    })
    const sending = []
    for (const body of bodies(JSON.parse(looked.body).digest)) sending.push(await half(cookie, body))
    await ways[way]?.(id)
    const before = await heads()
    for (const finish of sending) {
      const answer = await finish()
      // A sentence for the person and nothing else, whichever way it is said.
      expect(answer).toMatch(
        /"sentence":"(You are signed out|There is nothing here|That is not yours)[^"]*"\}\n?$/,
      )
      expect(answer).not.toContain('"done"')
      expect(answer).not.toContain('Reviewer')
    }
    expect(await heads()).toEqual(before)
    expect((await readJournal(set.server.log, 'competition-1')).filter(({ by }) => by === id)).toEqual([])
  },
)

async function heads(): Promise<readonly number[]> {
  const streams = ['journal/competition-1', 'directory/competition-1', 'access']
  return Promise.all(streams.map((stream) => set.server.log.head(stream)))
}
