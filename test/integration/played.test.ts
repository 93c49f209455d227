import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ask } from '../harness/ask.ts'
import { play, playProcesses, reviewers, seatList, sitting, tell } from '../harness/played.ts'
import { attest, certify, fillForm, maine, must, openForm } from '../harness/review-moves.ts'
import { linkFor, sit, startServer, type RunningServer } from '../harness/running-server.ts'
import { startProcess } from '../harness/server-process.ts'
import { until } from '../harness/until.ts'

/** Half scored when a rehearsal opens. */
const massachusetts = 'massachusetts.1.1'

async function opened(): Promise<RunningServer> {
  const server = await startServer()
  onTestFinished(server.close)
  return server
}

test('PLAYED-1 a played panel certifies, scores, comments and says ready beside a person, and sits where it was let sit', async () => {
  const { port, seat } = await opened()
  const [own, monitor] = [await seat('reviewer-3'), await seat('monitor')]
  expect(await play(port, ...reviewers)).toEqual(['Reviewer 3'])
  expect(await sitting(port)).toMatchObject({
    'reviewer-1': 'played',
    'reviewer-3': 'somebody',
    monitor: 'somebody',
    staff: 'nobody',
  })
  await certify(monitor)
  const certified = () => monitor.review(maine).progress?.filter(({ conflict }) => conflict === 'certified')
  await until('four certify for Maine, and the monitor', () => certified()?.length === 5)
  await until('four are ready', () => monitor.review(massachusetts).ready?.count === 4, 50_000)
  const copy = await openForm(own, massachusetts)
  await fillForm(own, copy, massachusetts)
  await attest(own, copy, massachusetts)
  await must(monitor, { kind: 'review.reveal', review: massachusetts })
  await until('all are shown', () => own.review(massachusetts).panel?.length === 5)
  for (const { attested } of own.review(massachusetts).panel ?? [])
    expect(Object.values(attested).filter((points) => points !== null)).toHaveLength(41)
})

test('PLAYED-2 a seat in which somebody sits is not played, and one that is played is left when somebody comes to it', async () => {
  const { port, seat } = await opened()
  await seat('reviewer-1')
  expect(await play(port, 'reviewer-1', 'reviewer-2')).toEqual(['Reviewer 1'])
  expect(playProcesses(port)).toHaveLength(1)
  await seat('reviewer-2')
  await until('nobody plays any more', async () => (await sitting(port))['reviewer-2'] === 'somebody')
  await until('the process is gone', () => playProcesses(port).length === 0)
  expect(await play(port, 'reviewer-2')).toEqual(['Reviewer 2'])
})

test('PLAYED-2 a link that is used and no page opened with it takes nothing from the player', async () => {
  const { port } = await opened()
  await play(port, 'reviewer-2')
  expect((await sit(port, 'r2.localhost', await linkFor(port, 'reviewer-2'))).status).toBe(204)
  expect(await sitting(port)).toMatchObject({ 'reviewer-2': 'played' })
})

test('PLAYED-3 one process plays all seats; it ends with the last of them, and a seat can be played again', async () => {
  const { port } = await opened()
  expect(playProcesses(port)).toEqual([])
  await play(port, ...reviewers)
  expect(playProcesses(port)).toHaveLength(1)
  await tell(port, 'stop', { people: reviewers.slice(1) })
  expect(await sitting(port)).toMatchObject({ 'reviewer-1': 'played', 'reviewer-2': 'nobody' })
  expect(playProcesses(port)).toHaveLength(1)
  await tell(port, 'stop', { people: reviewers })
  await until('the process is gone', () => playProcesses(port).length === 0)
  await play(port, 'reviewer-2')
  expect(playProcesses(port)).toHaveLength(1)
})

test('PLAYED-3 starting over ends all play, and seats of the new rehearsal can be played', async () => {
  const { port, seat } = await opened()
  await play(port, ...reviewers)
  const headers = { origin: `http://localhost:${port}` }
  await ask(port, 'localhost', '/api/rehearsal/start-over', { method: 'POST', headers })
  await until('the process is gone', () => playProcesses(port).length === 0)
  expect(Object.values(await sitting(port)).every((is) => is === 'nobody')).toBe(true)
  const monitor = await seat('monitor')
  await certify(monitor)
  await play(port, 'reviewer-4')
  const rows = () => monitor.review(maine).progress?.find(({ seat: number }) => number === 4)?.rows ?? 0
  await until('it scores in the new one', () => rows() > 0, 40_000)
})

test('PLAYED-3 no process is left behind when the server is asked to end, nor when it is killed', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-played-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const how of ['stop', 'kill'] as const) {
    const server = await startProcess(folder)
    onTestFinished(server.kill)
    await play(server.port, ...reviewers)
    expect(playProcesses(server.port)).toHaveLength(1)
    await server[how]()
    await until('the process is gone', () => playProcesses(server.port).length === 0)
  }
})

test('PLAYED-4 nobody but the list of seats on this machine has seats played', async () => {
  const { port } = await opened()
  const json = { people: ['reviewer-1'] }
  const wishes = { play: json, stop: json, pace: { pace: 'fast' } }
  for (const what of ['play', 'stop', 'pace'] as const) {
    expect((await tell(port, what, wishes[what], {})).status).toBe(403)
    const foreign = { origin: 'http://elsewhere.example' }
    expect((await tell(port, what, wishes[what], foreign)).status).toBe(403)
    const proxied = { origin: `http://localhost:${port}`, 'x-forwarded-for': '10.0.0.1' }
    expect((await tell(port, what, wishes[what], proxied)).status).toBe(404)
    const seat = {
      method: 'POST',
      headers: { origin: `http://r1.localhost:${port}` },
      json: wishes[what],
    } as const
    expect((await ask(port, 'r1.localhost', `/api/rehearsal/${what}`, seat)).status).toBe(404)
    expect((await tell(port, what, { nonsense: 1 })).status).toBe(400)
  }
  expect(await sitting(port)).toMatchObject({ 'reviewer-1': 'nobody' })
  expect((await seatList(port)).pace).toBe('slow')
  expect(playProcesses(port)).toEqual([])
})
