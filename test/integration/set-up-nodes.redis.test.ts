import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openApp, type App } from '../../server/app.ts'
import { openFiles } from '../../server/files/files.ts'
import { loadSigner, type Signer } from '../../server/journal/signing.ts'
import { openRedisLog } from '../../server/log/redis-log.ts'
import { realPorts } from '../../server/ports.ts'
import type { SetUpCommand } from '../../shared/competition/command-set-up.ts'
import type { SetUpPage } from '../../shared/competition/set-up-page.ts'
import { ask } from '../harness/ask.ts'
import { redisOfFile } from '../harness/redis.ts'
import { applications, cast } from '../harness/set-up-steps.ts'

const redis = redisOfFile()

function folderOfOwn(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-set-up-node-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** One node of a new competition, with a line of its own to the Redis. */
async function startNode(signer: Signer, empty: boolean): Promise<App> {
  const folder = folderOfOwn()
  const onDamage = (damage: unknown): void => expect.unreachable(String(damage))
  const log = await openRedisLog({
    url: redis().url,
    heads: { folder, name: 'heads.json' },
    acceptRisk: false,
    onFailure: onDamage,
  })
  onTestFinished(() => log.close())
  const files = openFiles(path.join(folder, 'files'))
  const app = await openApp({
    log,
    signer,
    files,
    ports: realPorts,
    host: '127.0.0.1',
    port: 0,
    empty,
    onDamage,
  })
  onTestFinished(() => app.close())
  return app
}

async function twoNodes(signer?: Signer): Promise<{ a: App; b: App; cookie: string }> {
  await redis().flush()
  signer ??= await loadSigner(folderOfOwn())
  const a = await startNode(signer, true)
  const b = await startNode(signer, false)
  const link = await a.staffLink('empty')
  if (!('address' in link)) throw new Error(link.sentence)
  const signedIn = await ask(b.port, 'localhost', '/api/sit', {
    method: 'POST',
    json: { token: link.address.split('#')[1] },
    headers: { origin: `http://localhost:${b.port}` },
  })
  expect(signedIn.status).toBe(204)
  return { a, b, cookie: signedIn.headers['set-cookie']?.[0]?.split(';')[0] ?? '' }
}

async function send({ port }: App, cookie: string, command: SetUpCommand, id: string = randomUUID()) {
  const headers = { origin: `http://localhost:${port}`, cookie }
  const json = { id, command }
  return JSON.parse(
    (await ask(port, 'localhost', '/api/set-up/command', { method: 'POST', json, headers })).body,
  )
}

async function pageOf({ port }: App, cookie: string): Promise<SetUpPage> {
  return JSON.parse((await ask(port, 'localhost', '/api/set-up', { headers: { cookie } })).body)
}

test('SETUP-31 two nodes show a set-up alike at once, whichever of them took the command', async () => {
  const { a, b, cookie } = await twoNodes()
  const commands: readonly SetUpCommand[] = [
    { kind: 'competition.name', title: 'On two nodes' },
    { kind: 'people.set', people: [...cast] },
    { kind: 'applications.set', applications },
  ]
  for (const [at, command] of commands.entries()) {
    const [one, other] = at % 2 === 0 ? [a, b] : [b, a]
    expect(await send(one, cookie, command)).toEqual({ done: true })
    // Asked right after the answer: nobody waits until the other node has heard of it.
    expect(await pageOf(other, cookie)).toEqual(await pageOf(one, cookie))
  }
  expect((await pageOf(a, cookie)).applications).toHaveLength(4)
})

test('PANELS-26 what one node drew is known to each, and to one that starts later', async () => {
  const signer = await loadSigner(folderOfOwn())
  const { a, b, cookie } = await twoNodes(signer)
  const people = [...cast.filter(({ role }) => role !== 'official')]
  const commands: readonly SetUpCommand[] = [
    { kind: 'people.set', people },
    { kind: 'applications.set', applications },
  ]
  for (const command of commands) expect(await send(a, cookie, command)).toEqual({ done: true })
  const json = { panels: 2, seats: 3, mostPanels: 1, seed: '5eed0001' }
  const headers = { origin: `http://localhost:${a.port}`, cookie }
  const drawn = await ask(a.port, 'localhost', '/api/set-up/assignment', { method: 'POST', json, headers })
  const { draft }: { draft: Extract<SetUpCommand, { kind: 'assignment.draft' }> } = JSON.parse(drawn.body)
  // Saved on the other node at once, which has drawn nothing itself.
  expect(await send(b, cookie, { ...draft, kind: 'assignment.draft' })).toEqual({ done: true })
  expect((await pageOf(a, cookie)).draft).toMatchObject({ seed: '5eed0001', draw: { nth: 1, of: 1 } })
  const late = await startNode(signer, false)
  expect(await send(late, cookie, { ...draft, panels: [], places: {}, kind: 'assignment.draft' })).toEqual({
    done: true,
  })
  expect(await pageOf(late, cookie)).toMatchObject({ draft: { seed: null, draw: { seed: '5eed0001' } } })
  expect(await send(late, cookie, { ...draft, kind: 'assignment.draft' })).toEqual({ done: true })
  expect((await pageOf(b, cookie)).draft).toMatchObject({ seed: '5eed0001', hands: null })
})

test('SETUP-31 the same command on both at once is carried out once, and of two that cannot both be one is refused', async () => {
  const { a, b, cookie } = await twoNodes()
  const before = (await pageOf(a, cookie)).edition
  const id = randomUUID()
  const name: SetUpCommand = { kind: 'competition.name', title: 'Once' }
  expect(await Promise.all([send(a, cookie, name, id), send(b, cookie, name, id)])).toEqual([
    { done: true },
    { done: true },
  ])
  expect((await pageOf(b, cookie)).edition).toBe(before + 1)
  const pausing: SetUpCommand = { kind: 'competition.pause', reason: 'Lunch.' }
  const both = await Promise.all([send(a, cookie, pausing), send(b, cookie, pausing)])
  expect(both.filter((answer) => 'done' in answer)).toHaveLength(1)
  expect(both.filter((answer) => answer.refused === 'out-of-turn')).toHaveLength(1)
})
