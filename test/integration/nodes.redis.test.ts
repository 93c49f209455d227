import { expect, test } from 'vitest'
import { verifyExport } from '../../server/exports/verify.ts'
import { setScore } from '../../shared/form/edits.ts'
import {
  askAs,
  eventsOf,
  missouri,
  missouriRoom,
  playToClose,
  pointsIn,
  reveal,
  seatOn,
} from '../harness/nodes-play.ts'
import { nodesOfTests, type Node, type Nodes } from '../harness/nodes.ts'
import { certify, maine, must } from '../harness/review-moves.ts'
import { openHintLines, openLogLine } from '../harness/redis-lines.ts'
import { redisOfFile } from '../harness/redis.ts'
import type { SeatClient } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'

const redis = redisOfFile()
const startNodes = nodesOfTests()

interface OnRedis {
  readonly nodes: Nodes
  readonly a: Node
  readonly b: Node
  /** B tells the others nothing any more, as if it had been killed. */
  readonly silenceB: () => void
}

const lines = async () => ({ log: await openLogLine(redis().url), hints: openHintLines(redis().url) })

/** Two nodes over one Redis, each with lines of its own. */
async function startBoth(): Promise<OnRedis> {
  await redis().flush()
  const [forA, forB] = [await lines(), await lines()]
  const nodes = await startNodes(0, { log: forA.log })
  const [a, b] = [await nodes.start(forA), await nodes.start(forB)]
  return { nodes, a, b, silenceB: forB.hints.close }
}

const onlineFor = (monitor: SeatClient, person: string): boolean | undefined =>
  monitor.review(maine).progress?.find((one) => one.person === person)?.online

test('NODE-50 over Redis a review is played by two nodes to its lock: both export the same, and it verifies', async () => {
  const { nodes, a, b } = await startBoth()
  await playToClose(a, b)
  const staff = await b.seat('staff')
  await must(staff, { kind: 'review.lock', review: missouri })
  await until('the lock to be made', () => staff.review(missouri).lock?.status === 'locked')
  const exports = []
  for (const node of [a, b]) {
    const answer = await askAs(node, 'staff', staff.headers['cookie'] ?? '', '/api/export')
    expect(answer.status).toBe(200)
    exports.push(JSON.parse(answer.body))
  }
  expect({ ...exports[0], exportedAt: 0, signature: '' }).toEqual({
    ...exports[1],
    exportedAt: 0,
    signature: '',
  })
  expect(verifyExport(exports[0], nodes.signer.publicKeyPem)).toMatchObject({ ok: true })
})

test('NODE-50 … an edit on one node is seen on the other, and counts for what is decided there at once', async () => {
  const { nodes, a, b } = await startBoth()
  const monitor = await a.seat('monitor')
  await reveal(monitor)
  const [one, two] = [await a.seat('reviewer-1'), await b.seat('reviewer-2')]
  const [roomOnA, roomOnB] = [await one.open(missouriRoom), await two.open(missouriRoom)]
  const row = '(A)(2)(i)'
  const from = pointsIn(roomOnB, 2, row)
  const to = from === 3 ? 4 : 3
  setScore({ doc: roomOnB.doc, seat: 2 }, row, to)
  await roomOnB.saved()
  await must(monitor, { kind: 'vote.open', review: missouri })
  expect(
    (await eventsOf(nodes.log, 'score.changed')).map(({ data }) => [data.seat, data.from, data.to]),
  ).toEqual([[2, from, to]])
  await until('it to be seen', () => pointsIn(roomOnA, 2, row) === to)
})

test('NODE-51 the monitor sees who is there on whichever node, and no reviewer is sent anything for it', async () => {
  const { a, b } = await startBoth()
  const [monitor, watching] = [await a.seat('monitor'), await a.seat('reviewer-2')]
  for (const seat of [monitor, watching]) await certify(seat)
  await watching.socket.timeout(5000).emitWithAck('command', null as never)
  let sent = 0
  watching.socket.on('view', () => (sent += 1))
  const three = await b.seat('reviewer-3')
  await until('Reviewer 3 to be there', () => onlineFor(monitor, 'reviewer-3') === true)
  three.close()
  await until('Reviewer 3 to be gone', () => onlineFor(monitor, 'reviewer-3') === false)
  await watching.socket.timeout(5000).emitWithAck('command', null as never)
  expect(sent).toBe(0)
})

test('NODE-51 who has a page on two nodes is there until the last line has ended', async () => {
  const { a, b } = await startBoth()
  const monitor = await a.seat('monitor')
  await certify(monitor)
  const [onA, onB] = (await seatOn('reviewer-1', [a, b])) as [SeatClient, SeatClient]
  const leaves = await a.seat('reviewer-2')
  await until('both to be there', () => ['reviewer-1', 'reviewer-2'].every((id) => onlineFor(monitor, id)))
  // B has said so: else this would be told of A's line alone.
  const onAnother = await b.seat('monitor')
  await until('B to have heard of A', () => onlineFor(onAnother, 'reviewer-2') === true)
  await until('A to have heard of B', () => onlineFor(monitor, 'monitor') === true)
  onA.close()
  leaves.close()
  await until('Reviewer 2 to be gone', () => onlineFor(monitor, 'reviewer-2') === false)
  expect(onlineFor(monitor, 'reviewer-1')).toBe(true)
  onB.close()
  await until('Reviewer 1 to be gone', () => onlineFor(monitor, 'reviewer-1') === false)
})

test('NODE-52 a node that is not heard of any more has nobody on it', async () => {
  const { a, b, silenceB } = await startBoth()
  const monitor = await a.seat('monitor')
  await certify(monitor)
  const three = await b.seat('reviewer-3')
  await until('Reviewer 3 to be there', () => onlineFor(monitor, 'reviewer-3') === true)
  silenceB()
  three.close()
  await until('Reviewer 3 to be forgotten', () => onlineFor(monitor, 'reviewer-3') === false)
})
