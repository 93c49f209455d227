import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { realPorts } from '../../server/ports.ts'
import { strengthsField } from '../../shared/form/fields.ts'
import { textAt } from '../../shared/form/edits.ts'
import { ask } from '../harness/ask.ts'
import { framesUntilClosed } from '../harness/raw-line.ts'
import { certify, maine, must, openForm, openRoom } from '../harness/review-moves.ts'
import { hostOf, startServer, type RunningServer } from '../harness/running-server.ts'
import type { SeatClient } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'

const missouri = 'missouri.1.1'

let server: RunningServer
let seat: SeatClient
let monitor: SeatClient

beforeAll(async () => {
  // The clock stands still, so that answers can be compared with their date.
  const now = Date.UTC(2026, 10, 23)
  server = await startServer({ ports: { ...realPorts, now: () => now } })
  seat = await server.seat('reviewer-1')
  monitor = await server.seat('monitor')
  // Reviewer 3 is recused from Maine, Reviewer 4 has asked staff; Missouri is revealed.
  const answer = { kind: 'conflict.answer', review: maine, reason: 'Asked.' } as const
  await must(await server.seat('reviewer-3'), { ...answer, answer: 'recused' })
  await must(await server.seat('reviewer-4'), { ...answer, answer: 'unsure' })
  for (const sitting of [seat, await server.seat('reviewer-2')]) await certify(sitting)
  await certify(monitor)
  await must(monitor, { kind: 'review.reveal', review: missouri })
})
afterAll(() => server.close())

/** What there is and may not be opened, or what there is not: for somebody these must be the same. */
const hidden: readonly (readonly [who: string, what: string, name: string])[] = [
  ['reviewer-1', 'a peer’s form', 'rehearsal-1/maine.1.1/form-2'],
  ['reviewer-1', 'a room that is not open yet', 'rehearsal-1/maine.1.1/room'],
  ['reviewer-1', 'a peer’s form of a revealed review', 'rehearsal-1/missouri.1.1/form-2'],
  ['reviewer-3', 'the form of a recused reviewer', 'rehearsal-1/maine.1.1/form-3'],
  ['reviewer-4', 'the form of one who asked staff', 'rehearsal-1/maine.1.1/form-4'],
  ['monitor', 'a reviewer’s form', 'rehearsal-1/maine.1.1/form-1'],
  ['staff', 'a room that is not locked', 'rehearsal-1/missouri.1.1/room'],
  ['staff', 'a reviewer’s form', 'rehearsal-1/missouri.1.1/form-1'],
]
const nothing = [
  'rehearsal-1/maine.1.1/form-9',
  'rehearsal-1/virginia.1.1/room',
  'rehearsal-1/maine.2.1/room',
  'rehearsal-2/maine.1.1/form-1',
  'rehearsal-1/maine.1.1/form-01',
  'rehearsal-1/maine.1.1/form-1/',
  'rehearsal-1/maine.1.1/form-1%2F',
  '..%2F..%2Fjournal%2Frehearsal-1',
  '%00',
  '',
]

describe.each(hidden)('for %s, %s', (who, _what, name) => {
  test('ACCESS-WIRE-5 answers frame by frame like what does not exist', async () => {
    const cookie = await server.signIn(who)
    const host = `${hostOf(who)}:${server.port}`
    const frames = (asked: string) =>
      framesUntilClosed(server.port, `/sync/${asked}`, { host, origin: `http://${host}`, cookie })
    const answered = await frames(name)
    expect(answered.at(-1)).toBe('closed 4404 notFound')
    for (const missing of nothing) expect([missing, await frames(missing)]).toEqual([missing, answered])
  })
})

test('ACCESS-WIRE-5 a command on a review one may not know of is refused like one on none', async () => {
  const recused = await server.seat('reviewer-3')
  for (const command of [
    { kind: 'conflict.answer', answer: 'certified', reason: '' },
    { kind: 'form.takeBack' },
    { kind: 'review.reveal' },
  ] as const) {
    const answers = [maine, 'virginia.1.1'].map((review) => recused.send({ ...command, review }))
    const [hiddenOne, none] = await Promise.all(answers)
    expect(hiddenOne).toEqual({ refused: 'not-found', sentence: 'There is nothing here that you can open.' })
    expect(none).toEqual(hiddenOne)
  }
})

test('ACCESS-WIRE-5 a digest that one may not read answers byte by byte like one that does not exist', async () => {
  for (const [who, path] of [
    ['reviewer-3', '/api/applications/maine'],
    ['reviewer-3', '/api/applications/maine/involved'],
    ['reviewer-4', '/api/applications/maine'],
    ['reviewer-1', '/api/export'],
    ['monitor', '/api/export'],
  ] as const) {
    const headers = { cookie: await server.signIn(who) }
    const raw = async (asked: string) => (await ask(server.port, hostOf(who), asked, { headers })).raw
    expect(await raw(path)).toBe(await raw('/api/applications/virginia'))
    expect(await raw(path)).toBe(await raw('/api/no-such-thing'))
  }
})

test('ACCESS-WIRE-6 who recuses loses what they had open, at once, and nobody else does', async () => {
  const leaving = await server.seat('reviewer-5')
  await certify(leaving)
  const form = await openForm(leaving)
  const [ownRoom, roomOfPeer] = [await openRoom(leaving, missouri), await openRoom(seat, missouri)]
  const formOfPeer = await openForm(seat)
  for (const review of [maine, missouri])
    await must(leaving, {
      kind: 'conflict.answer',
      review,
      answer: 'recused',
      reason: 'My sister works there.',
    })
  await until('both to be closed', () => form.closed() !== null && ownRoom.closed() !== null)
  expect([form.closed(), ownRoom.closed()]).toEqual([4404, 4404])
  expect(leaving.view().reviews.map(({ id }) => id)).toEqual(['massachusetts.1.1'])
  await Promise.all([roomOfPeer.saved(), formOfPeer.saved()])
  expect([roomOfPeer.closed(), formOfPeer.closed()]).toEqual([null, null])
})

test('ACCESS-WIRE-7 what is typed while it becomes read only is told of and reaches nobody', async () => {
  const own = await startServer()
  try {
    const typing = await own.seat('reviewer-1')
    const form = await openForm(typing, missouri)
    await must(await own.seat('monitor'), { kind: 'review.reveal', review: missouri })
    textAt({ doc: form.doc }, strengthsField('(A)(1)')).insert(0, 'Too late. ')
    await until('it to be refused', () => form.closed() !== null)
    expect([form.closed(), form.refusal()]).toEqual([
      4423,
      {
        code: 4423,
        reason: 'readOnly',
        sentence: 'This can no longer be written. What you typed is kept and not counted.',
      },
    ])
    await until('the room', () => typing.review(missouri).room !== null)
    const room = await openRoom(typing, missouri)
    expect(room.doc.getText('r1/strengths:(A)(1)').toString()).not.toContain('Too late.')
  } finally {
    await own.close()
  }
})
