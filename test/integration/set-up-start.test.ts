import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { SetUpPage } from '../../shared/competition/set-up-page.ts'
import { ask, type Answer } from '../harness/ask.ts'
import { runToEnd, startProcess } from '../harness/server-process.ts'

function folderOfOwn(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-new-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Starts a server on a folder, ends it again, and answers with the token of the link that it printed. */
async function printed(folder: string, flag: '--new' | '--link'): Promise<string> {
  const server = await startProcess(folder, { flags: [flag] })
  expect(await server.stop()).toBe(0)
  const { stdout } = await server.ended
  expect(stdout).toContain('Sign in once, as Program staff, within fourteen days: http://localhost:')
  const [, token] = /\/sit#(\S+)/.exec(stdout) ?? []
  if (token === undefined) throw new Error(`No link was printed: ${stdout}`)
  return token
}

interface Page {
  readonly sit: (token: string) => Promise<Answer>
  /** The set-up as whoever holds the cookie is told it. */
  readonly setUp: (cookie: string) => Promise<SetUpPage>
  readonly name: (cookie: string, title: string) => Promise<Answer>
}

/** A plain start on the folder, without any flag, as long as `during` takes. */
async function running(folder: string, during: (page: Page) => Promise<void>): Promise<void> {
  const server = await startProcess(folder)
  const { port } = server
  const origin = { origin: `http://localhost:${port}` }
  const post = (at: string, json: unknown, headers = {}) =>
    ask(port, 'localhost', at, { method: 'POST', json, headers: { ...origin, ...headers } })
  try {
    await during({
      sit: (token) => post('/api/sit', { token }),
      setUp: async (cookie) =>
        JSON.parse((await ask(port, 'localhost', '/api/set-up', { headers: { cookie } })).body),
      name: (cookie, title) =>
        post(
          '/api/set-up/command',
          { id: randomUUID(), command: { kind: 'competition.name', title } },
          { cookie },
        ),
    })
  } finally {
    expect(await server.stop()).toBe(0)
  }
}

const cookieOf = (answer: Answer): string => answer.headers['set-cookie']?.[0]?.split(';')[0] ?? ''

test('SETUP-28 an empty competition is begun by a start that prints a link; begun again before anybody came, it is the same, and the first link is void', async () => {
  const folder = folderOfOwn()
  const first = await printed(folder, '--new')
  const second = await printed(folder, '--new')
  await running(folder, async ({ sit, setUp }) => {
    expect((await sit(first)).status).toBe(410)
    const signedIn = await sit(second)
    expect(signedIn.status).toBe(204)
    expect((await sit(second)).status).toBe(410)
    expect(await setUp(cookieOf(signedIn))).toMatchObject({
      title: 'New competition',
      rehearsal: false,
      people: [{ id: 'staff-1', role: 'staff' }],
      applications: [],
    })
  })
})

/** A folder in which the competition has been named, with the cookie of who did so. */
async function named(): Promise<{ folder: string; cookie: string }> {
  const folder = folderOfOwn()
  const token = await printed(folder, '--new')
  let cookie = ''
  await running(folder, async ({ sit, name }) => {
    cookie = cookieOf(await sit(token))
    expect(JSON.parse((await name(cookie, 'Of our own')).body)).toEqual({ done: true })
  })
  return { folder, cookie }
}

test('SETUP-29 what is set up is there after a restart', async () => {
  const { folder, cookie } = await named()
  await running(folder, async ({ setUp }) => expect((await setUp(cookie)).title).toBe('Of our own'))
})

test('SETUP-29 no other competition is begun over one that somebody has begun to set up', async () => {
  const { folder } = await named()
  const again = await runToEnd(['--port', '0', '--data', folder, '--new'])
  expect([again.code, again.stderr.trim()]).toEqual([
    1,
    'A competition is set up in this folder already. Start without --new, choose another folder with --data, or make a new link for staff with --link.',
  ])
})

test('SETUP-29 a new link lets staff in again, and the one before is void', async () => {
  const folder = folderOfOwn()
  const first = await printed(folder, '--new')
  const link = await printed(folder, '--link')
  await running(folder, async ({ sit, setUp }) => {
    expect((await sit(first)).status).toBe(410)
    expect((await setUp(cookieOf(await sit(link)))).title).toBe('New competition')
  })
})

test('SETUP-30 a rehearsal prints no link for staff; with --new an empty competition is on in its place', async () => {
  const folder = folderOfOwn()
  const link = await runToEnd(['--port', '0', '--data', folder, '--link'])
  expect([link.code, link.stderr.trim()]).toEqual([
    1,
    'This is a rehearsal: its seats are on the page itself. For your own: npm start -- --new',
  ])
  const token = await printed(folder, '--new')
  await running(folder, async ({ sit, setUp }) => {
    expect((await setUp(cookieOf(await sit(token)))).rehearsal).toBe(false)
  })
})
