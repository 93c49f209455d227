import { expect, onTestFinished, test } from 'vitest'
import type { SeatClient, OpenCopy } from '../harness/seat-client.ts'
import { setScore, writeText } from '../../shared/form/edits.ts'
import { minorityField } from '../../shared/form/fields.ts'
import { readForm } from '../../shared/form/form-record.ts'
import { readSummaries, summaryField } from '../../shared/form/summary.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { eventsOf, missouri, reveal, settlePriority } from '../harness/nodes-play.ts'
import { must, openRoom, sign } from '../harness/review-moves.ts'
import { startServer, type RunningServer } from '../harness/running-server.ts'
import { until } from '../harness/until.ts'

const criterion = '(A)(1)'
const root = summaryField(criterion)
const all = [1, 2, 3, 4, 5]

interface Panel {
  readonly server: RunningServer
  readonly monitor: SeatClient
  readonly seats: readonly SeatClient[]
  readonly room: OpenCopy
}

/** Missouri revealed, with Reviewer 1 in the room. */
async function revealed(): Promise<Panel & { readonly r1: SeatClient; readonly r2: SeatClient }> {
  const server = await startServer()
  onTestFinished(server.close)
  const monitor = await server.seat('monitor')
  await reveal(monitor)
  const seats: SeatClient[] = []
  for (const number of all) seats.push(await server.seat(`reviewer-${number}`))
  const [r1, r2] = seats
  if (!r1 || !r2) throw new Error('Nobody sits.')
  await until('the room', () => r1.review(missouri).room !== null)
  const room = await openRoom(r1, missouri)
  await until('all columns', () =>
    all.every((seat) => readForm(room.doc, raceToTheTop, seat).scores['(A)(1)(i)'] != null),
  )
  return { server, monitor, seats, room, r1, r2 }
}

/** What an agreement is given to as the room stands on that screen; zeros where nothing is written. */
function hashOn({ doc }: OpenCopy): string {
  return readSummaries(doc, raceToTheTop, all)[criterion]?.hash ?? '0'.repeat(64)
}

async function agree(seat: SeatClient, hash: string): Promise<string> {
  const answer = await seat.send({ kind: 'summary.agree', review: missouri, criterion, hash })
  return 'done' in answer ? 'done' : answer.refused
}

test('SUMMARY-8 what is agreed to is what the server has of text and scores, and nothing else is taken', async () => {
  const { monitor, room, r1, r2, server } = await revealed()
  expect(await agree(r1, hashOn(room))).toBe('incomplete')
  room.doc.getText(root).insert(0, 'The plan is whole.')
  await room.saved()
  const first = hashOn(room)
  expect(await agree(r1, '0'.repeat(64))).toBe('screen-differs')
  expect(await agree(monitor, first)).toBe('not-yours')
  expect(await agree(r1, first)).toBe('done')
  const other = await openRoom(r2, missouri)
  other.doc.getText(root).delete(0, 3)
  await other.saved()
  expect(await agree(r2, first)).toBe('screen-differs')
  await until('the other’s edit', () => room.doc.getText(root).toString() === ' plan is whole.')
  const points = room.doc.getMap('r1/scores').get('(A)(1)(i)')
  setScore({ doc: room.doc, seat: 1 }, '(A)(1)(i)', points === 0 ? 1 : 0)
  await room.saved()
  await until('the score', () => other.doc.getMap('r1/scores').get('(A)(1)(i)') !== points)
  const second = hashOn(other)
  expect(await agree(r2, second)).toBe('done')
  await until('both to be told', () => r1.review(missouri).summary?.agreed[criterion]?.length === 2)
  expect(r1.review(missouri).summary?.agreed[criterion]?.map(({ seat, hash }) => [seat, hash])).toEqual([
    [1, first],
    [2, second],
  ])
  const events = await eventsOf(server.log, 'summary.agreed')
  expect(events.map(({ by }) => by)).toEqual(['reviewer-1', 'reviewer-2'])
})

test('SUMMARY-5 a minority view is part of the record that its author signs, and a summary with who agrees of what the monitor closes', async () => {
  const { monitor, seats, room, r1, r2, server } = await revealed()
  await settlePriority(monitor)
  room.doc.getText(root).insert(0, 'The plan is whole.')
  writeText({ doc: room.doc, seat: 1 }, minorityField(criterion), 'I read it as a promise.')
  await room.saved()
  expect(await agree(r2, hashOn(room))).toBe('done')
  for (const seat of seats) await sign(seat, await openRoom(seat, missouri), missouri)
  await must(monitor, { kind: 'review.close', review: missouri, commentsRead: true })
  const signed = (await eventsOf(server.log, 'column.signed')).map(({ data }) => data)
  expect(signed.map(({ seat, record }) => [seat, record.minority && Object.keys(record.minority)])).toEqual([
    [1, [criterion]],
    ...[2, 3, 4, 5].map((seat) => [seat, undefined]),
  ])
  const [closed] = await eventsOf(server.log, 'review.closed')
  expect(closed?.data.summaries).toEqual({
    [criterion]: { text: { text: expect.stringMatching(/^[0-9a-f]{64}$/) }, agreed: [2] },
  })
  expect(await agree(r1, hashOn(room))).toBe('out-of-turn')
})

test('SUMMARY-12 what came too late for a summary is kept as not counted for its author', async () => {
  const { r1 } = await revealed()
  const kept = {
    kind: 'text.keep',
    review: missouri,
    field: root,
    text: 'Too late.',
    why: 'readOnly',
  } as const
  await must(r1, kept)
  await until('it to be listed', () => r1.review(missouri).mine?.notCounted.length === 1)
  expect(r1.review(missouri).mine?.notCounted[0]).toMatchObject({ field: root, text: 'Too late.' })
  expect(await r1.send({ ...kept, field: 'summary:(Z)(9)' })).toMatchObject({ refused: 'malformed' })
})
