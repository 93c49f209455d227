import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { serverAuthor } from '../../server/sync/entry.ts'
import { loadSigner, SigningKeyRefused, type Signer } from '../../server/journal/signing.ts'
import { openMemoryLog } from '../../server/log/memory-log.ts'
import { ask } from '../harness/ask.ts'
import { askAs, asksTheLog, authorsOf, reviewers } from '../harness/nodes-play.ts'
import { nodesOfTests, type Node } from '../harness/nodes.ts'
import { readJournal } from '../harness/read-journal.ts'
import { openForm } from '../harness/review-moves.ts'
import { rubricPath } from '../harness/rubric-path.ts'
import { signIn } from '../harness/running-server.ts'
import { until } from '../harness/until.ts'

const startNodes = nodesOfTests()

/** A signing key that no node has. */
async function otherKey(): Promise<Signer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-key-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return loadSigner(folder)
}

/** A rehearsal as the log tells it: whole, and each thing in it once. */
async function expectOneRehearsal(log: Node['log'], competition: string): Promise<void> {
  const events = await readJournal(log, competition)
  expect(events.filter(({ kind }) => kind === 'competition.opened')).toHaveLength(1)
  const commands = events.map(({ by, command }) => `${by} ${command}`)
  expect(new Set(commands).size).toBe(commands.length)
  expect(
    events
      .filter(({ kind }) => kind === 'form.attested')
      .map(({ by }) => by)
      .toSorted(),
  ).toEqual(reviewers)
  for (const review of ['missouri.1.1', 'massachusetts.1.1']) {
    for (const seat of [1, 2, 3, 4, 5]) {
      expect(await authorsOf(log, `${competition}/${review}/form-${seat}`)).toEqual([serverAuthor])
    }
  }
}

/** The rehearsal that a node lists seats of. */
async function onAt(node: Node): Promise<string> {
  const page = JSON.parse((await ask(node.port, 'localhost', '/api/rehearsal')).body)
  const [body = ''] = String(page.seats[0].link.split('#')[1]).split('.')
  return JSON.parse(Buffer.from(body, 'base64url').toString()).competition
}

function startOver(node: Node): Promise<number> {
  const headers = { origin: `http://localhost:${node.port}` }
  return ask(node.port, 'localhost', '/api/rehearsal/start-over', { method: 'POST', headers }).then(
    ({ status }) => status,
  )
}

test('NODE-16 nodes that are started at once on an empty log open one rehearsal, whole and once', async () => {
  const nodes = await startNodes(0)
  const [a, b, c] = await Promise.all([nodes.start(), nodes.start(), nodes.start()])
  await expectOneRehearsal(a.log, 'rehearsal-1')
  expect(await Promise.all([a, b, c].map(onAt))).toEqual(['rehearsal-1', 'rehearsal-1', 'rehearsal-1'])
  expect(await nodes.log.head('competitions')).toBe(1)
  expect(await nodes.log.streams('journal/')).toEqual(['journal/rehearsal-1'])
})

test('NODE-17 what is started over on one node is on everywhere: lines are told, old sessions are none', async () => {
  const { a, b } = await startNodes(2)
  const seat = await b.seat('reviewer-1')
  const copy = await openForm(seat, 'massachusetts.1.1')
  const cookie = seat.headers['cookie'] ?? ''
  let told = ''
  seat.socket.on('signedOut', (sentence) => (told = sentence))
  expect(await startOver(a)).toBe(204)
  await until('the line to be told', () => told !== '')
  expect(told).toBe('The rehearsal has been started over. Take a seat again.')
  await until('the document to be closed', () => copy.closed() === 4401)
  expect(await onAt(b)).toBe('rehearsal-2')
  expect((await askAs(b, 'reviewer-1', cookie, rubricPath)).status).toBe(401)
  const again = await b.again('reviewer-1', await signIn(a.port, 'reviewer-1'))
  expect(again.view().competition.id).toBe('rehearsal-2')
  await expectOneRehearsal(b.log, 'rehearsal-2')
})

test('NODE-17 … though a node does not know of it yet: a session of the new rehearsal is good there', async () => {
  const { a, b } = await startNodes(2)
  b.log.lag()
  expect(await startOver(a)).toBe(204)
  const cookie = await a.signIn('reviewer-1')
  const answer = askAs(b, 'reviewer-1', cookie, rubricPath)
  await asksTheLog(b)
  b.log.flow()
  expect((await answer).status).toBe(200)
})

test('NODE-17 what is started over on two nodes at once is one rehearsal, the same on both', async () => {
  const nodes = await startNodes(2)
  const { a, b } = nodes
  for (const { log } of nodes.all) log.hold((stream) => stream === 'competitions')
  const both = Promise.all([startOver(a), startOver(b)])
  await until('both to begin it', () => nodes.all.every(({ log }) => log.held() === 1))
  for (const { log } of nodes.all) log.flow()
  expect(await both).toEqual([204, 204])
  expect([await onAt(a), await onAt(b)]).toEqual(['rehearsal-2', 'rehearsal-2'])
  await expectOneRehearsal(a.log, 'rehearsal-2')
})

test('NODE-17 a rehearsal whose node stopped before it was on is gone on with by another', async () => {
  const nodes = await startNodes(2)
  const { a, b } = nodes
  a.log.lose('appends', (stream) => stream === 'competitions')
  expect(await startOver(a)).toBe(503)
  await a.stop()
  expect(await onAt(b)).toBe('rehearsal-1')
  expect(await startOver(b)).toBe(204)
  expect(await onAt(b)).toBe('rehearsal-2')
  await expectOneRehearsal(b.log, 'rehearsal-2')
})

test('NODE-18 a node with another signing key is refused with a sentence', async () => {
  const nodes = await startNodes(1)
  const started = nodes.start({ signer: await otherKey() })
  await expect(started).rejects.toBeInstanceOf(SigningKeyRefused)
  await expect(started).rejects.toThrow(
    /is not the one that this log is signed with\. Copy the folder keys from the data folder of a node/,
  )
})

test('NODE-18 of two nodes with different keys that are started at once on an empty log, one is refused', async () => {
  const log = openMemoryLog()
  const nodes = await startNodes(0, { log })
  const started = await Promise.allSettled([nodes.start(), nodes.start({ signer: await otherKey() })])
  expect(started.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const refused = started.find((one) => one.status === 'rejected')
  expect(refused?.reason).toBeInstanceOf(SigningKeyRefused)
})
