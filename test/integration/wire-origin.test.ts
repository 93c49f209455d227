import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { View } from '../../shared/competition/view.ts'
import { ask } from '../harness/ask.ts'
import { upgradeStatus, type Headers } from '../harness/raw-line.ts'
import { rubricPath } from '../harness/rubric-path.ts'
import { hostOf, linkFor, startServer, type RunningServer } from '../harness/running-server.ts'

let server: RunningServer
let cookie: string
const seat = hostOf('reviewer-1')

beforeAll(async () => {
  server = await startServer()
  cookie = await server.signIn('reviewer-1')
})
afterAll(() => server.close())

const ownHost = (): string => `${seat}:${server.port}`
const signedIn = (origin?: string): Headers => ({
  host: ownHost(),
  cookie,
  ...(origin === undefined ? {} : { origin }),
})

const sockets = ['/sync/rehearsal-1/missouri.1.1/form-1', '/socket.io/?EIO=4&transport=websocket']

describe.each(sockets)('the socket at %s', (path) => {
  test('ORIGIN-1 opens for a page of its own host', async () => {
    expect(await upgradeStatus(server.port, path, signedIn(`http://${ownHost()}`))).toBe(101)
  })

  test.each([
    ['of another site', () => 'http://evil.example'],
    ['of another seat’s host', () => `http://${hostOf('reviewer-2')}:${server.port}`],
    ['of the list of seats', () => `http://localhost:${server.port}`],
    ['of the same host on another port', () => `http://${seat}:1`],
    ['that begins like its own', () => `http://${ownHost()}.evil.example`],
    ['that hides what it is', () => 'null'],
  ])('ORIGIN-1 is refused to a page %s, whatever cookie it brings', async (_name, origin) => {
    expect(await upgradeStatus(server.port, path, signedIn(origin()))).toBe(403)
  })

  test('ORIGIN-2 is refused to who does not say where the page is from', async () => {
    expect(await upgradeStatus(server.port, path, signedIn())).toBe(403)
  })
})

describe('everything else', () => {
  test.each(['/', '/sync', '/sync-other/x', '/socket.io', '/socket.io/more', rubricPath, '//'])(
    'ORIGIN-3 an upgrade of %s is answered that there is no such thing',
    async (path) => {
      expect(await upgradeStatus(server.port, path, signedIn(`http://${ownHost()}`))).toBe(404)
    },
  )

  test.each(['/api/sit', '/api/sign-out'])(
    'ORIGIN-4 %s is refused to a foreign page and to none',
    async (path) => {
      const token = await linkFor(server.port, 'reviewer-2')
      const post = (headers: Headers) =>
        ask(server.port, seat, path, { method: 'POST', json: { token }, headers: { cookie, ...headers } })
      for (const headers of [
        {},
        { origin: 'http://evil.example' },
        { origin: `http://localhost:${server.port}` },
      ]) {
        const answer = await post(headers)
        expect(answer.status).toBe(403)
        expect(JSON.parse(answer.body)).toEqual({ sentence: 'That did not come from a page of Panelroom.' })
        expect(answer.headers['set-cookie']).toBeUndefined()
      }
      const still = await ask(server.port, seat, rubricPath, { headers: { cookie } })
      expect(still.status).toBe(200)
    },
  )

  test('ORIGIN-4 starting over is refused to a foreign page and to none', async () => {
    for (const headers of [{}, { origin: 'http://evil.example' }, { origin: `http://${ownHost()}` }]) {
      const answer = await ask(server.port, 'localhost', '/api/rehearsal/start-over', {
        method: 'POST',
        headers,
      })
      expect(answer.status).toBe(403)
    }
    const one = await server.again('reviewer-1', cookie)
    expect(one.view().competition.id).toBe('rehearsal-1')
  })

  test('ORIGIN-5 a session is of its person and not of the host it is brought to', async () => {
    const other = await server.again('reviewer-2', cookie)
    const view: View = other.view()
    expect(view.me.person).toBe('reviewer-1')
    const theirs = await other.open('rehearsal-1/missouri.1.1/form-2')
    expect(theirs.closed()).toBe(4404)
  })

  test('ORIGIN-5 the cookie is given to one host alone and hidden from scripts', async () => {
    const token = await linkFor(server.port, 'reviewer-3')
    const answer = await ask(server.port, hostOf('reviewer-3'), '/api/sit', {
      method: 'POST',
      json: { token },
      headers: { origin: `http://${hostOf('reviewer-3')}:${server.port}` },
    })
    const [given = ''] = answer.headers['set-cookie'] ?? []
    expect(given.split('; ').slice(1).toSorted()).toEqual([
      'HttpOnly',
      'Max-Age=1209600',
      'Path=/',
      'SameSite=Lax',
    ])
  })
})
