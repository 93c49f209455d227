import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { io } from 'socket.io-client'
import { openApp } from '../../server/app.ts'
import { realPorts } from '../../server/ports.ts'
import { limits, protocolVersion } from '../../shared/protocol/limits.ts'
import { ask } from '../harness/ask.ts'
import { rubricPath } from '../harness/rubric-path.ts'
import { hostOf, linkFor, sit, startServer, type RunningServer } from '../harness/running-server.ts'
import { until } from '../harness/until.ts'

let server: RunningServer
let now: number | null = null

beforeAll(async () => {
  server = await startServer({ ports: { ...realPorts, now: () => now ?? Date.now() } })
})
afterAll(() => server.close())

const sentenceOf = (body: string): unknown => JSON.parse(body).sentence
const usedLink = 'This link has been used. Go back to the list of seats and sit down again.'
const oldLink = 'This link is no longer good. Go back to the list of seats and sit down again.'

describe('the list of seats', () => {
  test('SIGNIN-1 is there at localhost', async () => {
    const answer = await ask(server.port, 'localhost', '/api/rehearsal')
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.body).seats).toHaveLength(9)
  })

  test.each(['127.0.0.1', 'r1.localhost', 'panel.example', 'localhost.example', 'notlocalhost', '[::1]'])(
    'SIGNIN-1 is not there for who asks %s',
    async (host) => {
      const answer = await ask(server.port, host, '/api/rehearsal')
      expect(answer.status).toBe(404)
      expect(answer.body).not.toContain('link')
    },
  )

  test.each(['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'])(
    'SIGNIN-2 is not there for who comes through a proxy (%s)',
    async (header) => {
      const answer = await ask(server.port, 'localhost', '/api/rehearsal', {
        headers: { [header]: '127.0.0.1' },
      })
      expect(answer.status).toBe(404)
    },
  )

  test('SIGNIN-3 is not there where the server is not known to be bound to this machine alone', async () => {
    // The system takes this for 127.0.0.1, and the server, which does not know it, for any other address.
    const { log, signer, files } = await startOther()
    const app = await openApp({ log, signer, files, ports: realPorts, host: '127.1', port: 0 })
    try {
      expect((await ask(app.port, 'localhost', '/api/rehearsal')).status).toBe(404)
      const headers = { origin: `http://localhost:${app.port}` }
      const over = await ask(app.port, 'localhost', '/api/rehearsal/start-over', { method: 'POST', headers })
      expect(over.status).toBe(404)
    } finally {
      await app.close()
    }
  })
})

/** A log and key that no server uses. */
async function startOther(): Promise<RunningServer> {
  const other = await startServer()
  servers.push(other)
  return other
}
const servers: RunningServer[] = []
afterAll(async () => {
  for (const other of servers) await other.close()
})

describe('a link', () => {
  test('SIGNIN-4 opens one session and is then refused', async () => {
    const token = await linkFor(server.port, 'reviewer-1')
    expect((await sit(server.port, hostOf('reviewer-1'), token)).status).toBe(204)
    const again = await sit(server.port, hostOf('reviewer-1'), token)
    expect(again.status).toBe(410)
    expect(sentenceOf(again.body)).toBe(usedLink)
    expect(again.headers['set-cookie']).toBeUndefined()
  })

  test('SIGNIN-4 used by two at the same moment opens one session', async () => {
    const token = await linkFor(server.port, 'reviewer-1')
    const answers = await Promise.all([1, 2, 3].map(() => sit(server.port, hostOf('reviewer-1'), token)))
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['204', '410', '410'])
  })

  test('SIGNIN-5 is refused after ten minutes', async () => {
    const token = await linkFor(server.port, 'reviewer-1')
    try {
      now = Date.now() + limits.linkMs + 1000
      const answer = await sit(server.port, hostOf('reviewer-1'), token)
      expect(answer.status).toBe(410)
      expect(sentenceOf(answer.body)).toBe(oldLink)
    } finally {
      now = null
    }
  })

  test('SIGNIN-5 that was altered or made up is refused', async () => {
    const [body = '', signature = ''] = (await linkFor(server.port, 'reviewer-1')).split('.')
    const content: Record<string, unknown> = JSON.parse(Buffer.from(body, 'base64url').toString())
    const asStaff = Buffer.from(JSON.stringify({ ...content, person: 'staff' })).toString('base64url')
    const forged = [
      `${asStaff}.${signature}`,
      `${body}.`,
      body,
      '.',
      '',
      `${body}.${signature}x`,
      `${body}.AAAA`,
    ]
    for (const token of forged) {
      const answer = await sit(server.port, hostOf('staff'), token)
      expect([answer.status, sentenceOf(answer.body)]).toEqual([410, oldLink])
    }
  })

  test('SIGNIN-5 of an earlier rehearsal, or of another server, is refused', async () => {
    const other = await startOther()
    const before = await linkFor(other.port, 'reviewer-1')
    const headers = { origin: `http://localhost:${other.port}` }
    await ask(other.port, 'localhost', '/api/rehearsal/start-over', { method: 'POST', headers })
    expect((await sit(other.port, hostOf('reviewer-1'), before)).status).toBe(410)
    expect(
      (await sit(other.port, hostOf('reviewer-1'), await linkFor(server.port, 'reviewer-1'))).status,
    ).toBe(410)
  })
})

test('SIGNIN-8 a sign-in that cannot be read is answered with a sentence and nothing of the server', async () => {
  const host = hostOf('reviewer-1')
  const post = (json: unknown, headers = {}) =>
    ask(server.port, host, '/api/sit', {
      method: 'POST',
      json,
      headers: { origin: `http://${host}:${server.port}`, ...headers },
    })
  const answers = [
    await post('not an object'),
    await post({ token: 'x'.repeat(5000) }),
    await post({ token: 7 }),
    await post({}, { 'content-type': 'text/plain' }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([400, 413, 410, 410])
  for (const { body } of answers) {
    expect(Object.keys(JSON.parse(body))).toEqual(['sentence'])
    expect(body).not.toMatch(/node_modules|\.ts|Error/)
  }
})

describe('a session', () => {
  test('SIGNIN-6 signing out closes both sockets of every tab and nobody else’s', async () => {
    const cookie = await server.signIn('reviewer-1')
    const tabs = [await server.again('reviewer-1', cookie), await server.again('reviewer-1', cookie)]
    const other = await server.seat('reviewer-2')
    const told: string[] = []
    for (const tab of tabs) tab.socket.on('signedOut', (sentence) => told.push(sentence))
    const copies = await Promise.all(tabs.map((tab) => tab.open('rehearsal-1/missouri.1.1/form-1')))
    const theirs = await other.open('rehearsal-1/missouri.1.1/form-2')
    const headers = { cookie, origin: `http://${hostOf('reviewer-1')}:${server.port}` }
    const answer = await ask(server.port, hostOf('reviewer-1'), '/api/sign-out', { method: 'POST', headers })
    expect(answer.status).toBe(204)
    await until('both forms closed', () => copies.every((copy) => copy.closed() !== null))
    expect(copies.map((copy) => copy.closed())).toEqual([4401, 4401])
    await until('both lines closed', () => tabs.every(({ socket }) => !socket.connected))
    expect(told).toEqual(['You have signed out.', 'You have signed out.'])
    expect((await ask(server.port, hostOf('reviewer-1'), rubricPath, { headers: { cookie } })).status).toBe(
      401,
    )
    await theirs.saved()
    expect(theirs.closed()).toBeNull()
    expect(other.socket.connected).toBe(true)
  })

  test('SIGNIN-7 without one, both sockets open and say so', async () => {
    const host = hostOf('reviewer-1')
    const headers = { host: `${host}:${server.port}`, origin: `http://${host}:${server.port}` }
    for (const cookie of ['', 'panelroom=', 'panelroom=made-up']) {
      const socket = io(`http://127.0.0.1:${server.port}`, {
        transports: ['websocket'],
        extraHeaders: { ...headers, cookie },
        auth: { protocol: protocolVersion },
        forceNew: true,
        reconnection: false,
      })
      const got: unknown[] = []
      socket.onAny((...event: unknown[]) => got.push(event))
      await until('the line to be closed', () => got.length > 0 && !socket.connected)
      expect(got).toEqual([
        ['signedOut', 'You are signed out. Sign in again; what you typed stays here until then.'],
      ])
    }
  })

  test('SIGNIN-7 that has ended with its time opens nothing', async () => {
    const cookie = await server.signIn('reviewer-3')
    const seat = await server.again('reviewer-3', cookie)
    const told: string[] = []
    seat.socket.on('signedOut', (sentence) => told.push(sentence))
    try {
      now = Date.now() + limits.sessionMs + 1000
      expect((await ask(server.port, seat.host, rubricPath, { headers: { cookie } })).status).toBe(401)
      expect((await seat.open('rehearsal-1/missouri.1.1/form-3')).closed()).toBe(4401)
      seat.socket.emit(
        'command',
        { id: 'after-the-end', command: { kind: 'form.takeBack', review: 'missouri.1.1' } },
        () => undefined,
      )
      await until('the page to be told', () => told.length > 0)
    } finally {
      now = null
    }
    const back = await server.seat('reviewer-3')
    expect(back.review('missouri.1.1').mine?.attestedAt).not.toBeNull()
  })
})
