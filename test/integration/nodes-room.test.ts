import { expect, test } from 'vitest'
import { setScore } from '../../shared/form/edits.ts'
import { readForm } from '../../shared/form/form-record.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { documents, journals } from '../harness/node-log.ts'
import {
  asksTheLog,
  eventsOf,
  missouri,
  missouriRoom,
  playToClose,
  pointsIn,
  reveal,
  reviewers,
  seatOn,
  settlePriority,
} from '../harness/nodes-play.ts'
import { nodesOfTests } from '../harness/nodes.ts'
import { readJournal } from '../harness/read-journal.ts'
import { must, openRoom, sign } from '../harness/review-moves.ts'
import type { SeatClient } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'

const startNodes = nodesOfTests()
const row = '(A)(2)(i)'
const openVote = { kind: 'vote.open', review: missouri } as const

/** A revealed room with Reviewer 1 on A and Reviewer 2 on B. */
async function inTheRoom(nodes: Awaited<ReturnType<typeof startNodes>>) {
  const { a, b } = nodes
  const monitor = await a.seat('monitor')
  await reveal(monitor)
  const [one, two] = [await a.seat('reviewer-1'), await b.seat('reviewer-2')]
  const [roomOnA, roomOnB] = [await one.open(missouriRoom), await two.open(missouriRoom)]
  return { monitor, one, two, roomOnA, roomOnB }
}

const other = (points: number | null): number => (points === 3 ? 4 : 3)

/** Changes of scores in the journal: seat, from, to. */
async function changesIn(
  log: Parameters<typeof readJournal>[0],
): Promise<readonly (readonly (number | null)[])[]> {
  return (await eventsOf(log, 'score.changed')).map(({ data: { seat, from, to } }) => [seat, from, to])
}

test('NODE-4 a change of score that one node acknowledged is witnessed before another decides, however far behind it is', async () => {
  const nodes = await startNodes(2)
  const { monitor, roomOnA, roomOnB } = await inTheRoom(nodes)
  const from = pointsIn(roomOnB, 2, row)
  const to = other(from)
  nodes.a.log.lag()
  setScore({ doc: roomOnB.doc, seat: 2 }, row, to)
  await roomOnB.saved()
  expect(pointsIn(roomOnA, 2, row)).toBe(from)
  const answer = monitor.send(openVote)
  await asksTheLog(nodes.a)
  nodes.a.log.flow()
  expect(await answer).toEqual({ done: true })
  const events = (await readJournal(nodes.log)).slice(-2)
  expect(events.map(({ kind, data }) => [kind, 'to' in data ? data.to : null])).toEqual([
    ['score.changed', to],
    ['vote.opened', null],
  ])
})

test('NODE-4 a change of score that comes on another node while a decision is being written is witnessed before it', async () => {
  const nodes = await startNodes(2)
  const { a } = nodes
  const { monitor, one, roomOnA, roomOnB } = await inTheRoom(nodes)
  await settlePriority(monitor)
  const from = pointsIn(roomOnB, 2, row)
  const to = other(from)
  a.log.hold(journals)
  const signed = sign(one, roomOnA, missouri)
  await until('the signature to wait', () => a.log.held(journals) === 1)
  setScore({ doc: roomOnB.doc, seat: 2 }, row, to)
  await roomOnB.saved()
  a.log.flow()
  await signed
  const events = (await readJournal(nodes.log)).slice(-2)
  expect(events.map(({ kind, data }) => [kind, 'seat' in data ? data.seat : null])).toEqual([
    ['score.changed', 2],
    ['column.signed', 1],
  ])
})

test('NODE-3 a signature is decided again where the column was written on another node meanwhile', async () => {
  const nodes = await startNodes(2)
  const { a, b } = nodes
  const monitor = await a.seat('monitor')
  await reveal(monitor)
  await settlePriority(monitor)
  const [onA, onB] = (await seatOn('reviewer-1', [a, b])) as [SeatClient, SeatClient]
  const [roomOnA, roomOnB] = [await onA.open(missouriRoom), await onB.open(missouriRoom)]
  a.log.hold(journals)
  const signed = sign(onA, roomOnA, missouri)
  await until('the signature to wait', () => a.log.held(journals) === 1)
  setScore({ doc: roomOnB.doc, seat: 1 }, row, other(pointsIn(roomOnB, 1, row)))
  await roomOnB.saved()
  a.log.flow()
  await expect(signed).rejects.toThrow(/missing|not what was on your screen/)
  expect(await eventsOf(nodes.log, 'column.signed')).toEqual([])
})

test('NODE-5 a node that looked at scores earlier never witnesses what another has seen change since', async () => {
  const nodes = await startNodes(2)
  const { a, b } = nodes
  const { monitor, roomOnA, roomOnB } = await inTheRoom(nodes)
  const from = pointsIn(roomOnA, 1, row)
  const [first, second] = [0, 1, 2, 3, 4].filter((points) => points !== from)
  for (const { log } of nodes.all) log.hold(journals)
  setScore({ doc: roomOnA.doc, seat: 1 }, row, first ?? null)
  await until('B to have seen it', () => pointsIn(roomOnB, 1, row) === first)
  await until('both to have looked', () => nodes.all.every(({ log }) => log.held(journals) === 1))
  a.log.flow()
  await until('A to have witnessed it', async () => (await changesIn(nodes.log)).length === 1)
  setScore({ doc: roomOnA.doc, seat: 1 }, row, second ?? null)
  await roomOnA.saved()
  await must(monitor, openVote)
  b.log.flow()
  await until('B to be told', () => b.log.outcomes('journal/rehearsal-1').length >= 2)
  await must(await b.seat('monitor'), { kind: 'vote.close', review: missouri })
  expect(await changesIn(nodes.log)).toEqual([
    [1, from, first],
    [1, first, second],
  ])
})

test('NODE-6 a change of score whose node is gone is witnessed by another that has the room', async () => {
  const nodes = await startNodes(2)
  const { a } = nodes
  const { roomOnA, two } = await inTheRoom(nodes)
  const from = pointsIn(roomOnA, 1, row)
  two.close()
  setScore({ doc: roomOnA.doc, seat: 1 }, row, other(from))
  await roomOnA.saved()
  await a.stop()
  expect(await changesIn(nodes.log)).toEqual([])
  await until('it to be witnessed', async () => (await changesIn(nodes.log)).length > 0)
  expect(await changesIn(nodes.log)).toEqual([[1, from, other(from)]])
})

test('NODE-6 … or once a command comes', async () => {
  const nodes = await startNodes(2)
  const { a, b } = nodes
  const { roomOnA, two } = await inTheRoom(nodes)
  const from = pointsIn(roomOnA, 1, row)
  two.close()
  setScore({ doc: roomOnA.doc, seat: 1 }, row, other(from))
  await roomOnA.saved()
  await a.stop()
  await must(await b.seat('monitor'), openVote)
  expect(await changesIn(nodes.log)).toEqual([[1, from, other(from)]])
})

test('NODE-7 a reveal whose node stops at once is finished by another, without a command', async () => {
  const nodes = await startNodes(2)
  const { a, b } = nodes
  const monitor = await a.seat('monitor')
  const seat = await b.seat('reviewer-2')
  a.log.lose('appends', documents)
  await monitor.send({ kind: 'review.reveal', review: missouri })
  await a.stop()
  await until('B to know of it', () => seat.review(missouri).room !== null)
  const complete = async () => {
    const { entries } = await nodes.log.read(`doc/${missouriRoom}`, 0, 100)
    return entries.length === reviewers.length
  }
  await until('every column to be published', complete, 2 * limits.retryMs + 5_000)
  for (const number of [1, 2, 3, 4, 5]) {
    const { entries } = await nodes.log.read(`doc/rehearsal-1/missouri.1.1/form-${number}`, 0, 100)
    expect(entries.at(-1)?.seal).toBe(true)
  }
})

test('NODE-7 nobody is let into a room on another node before what was revealed is in it', async () => {
  const nodes = await startNodes(2)
  const { a, b } = nodes
  const [monitor, two] = [await a.seat('monitor'), await b.seat('reviewer-2')]
  a.log.hold(documents)
  b.log.hold(documents)
  const revealed = monitor.send({ kind: 'review.reveal', review: missouri })
  await until('B to know of the reveal', () => two.review(missouri).room !== null)
  const opening = openRoom(two, missouri)
  await until('B to finish what A has begun', () => b.log.held(documents) > 0)
  b.log.flow()
  const room = await opening
  for (const seat of [1, 2, 3, 4, 5]) {
    expect(readForm(room.doc, raceToTheTop, seat).scores['(F)(3)']).not.toBe(null)
  }
  a.log.flow()
  expect(await revealed).toEqual({ done: true })
  expect((await nodes.log.read(`doc/${missouriRoom}`, 0, 100)).entries).toHaveLength(reviewers.length)
})

test('NODE-7 a lock whose node stops at once is finished by another: sealed, recorded and signed', async () => {
  const nodes = await startNodes(2)
  const { a, b } = nodes
  const [staff, staffOnB] = [await a.seat('staff'), await b.seat('staff')]
  await playToClose(a, b)
  a.log.lose('appends', documents)
  await staff.send({ kind: 'review.lock', review: missouri })
  await until('the lock to have begun', async () => (await eventsOf(nodes.log, 'lock.started')).length === 1)
  await a.stop()
  await until('the lock to be made', () => staffOnB.review(missouri).lock?.status === 'locked')
  expect(staffOnB.review(missouri).lock?.total).not.toBe(null)
  expect((await readJournal(nodes.log)).slice(-2).map(({ kind, by }) => [kind, by])).toEqual([
    ['review.locked', 'server'],
    ['head.signed', 'server'],
  ])
})

test('NODE-8 a column that comes back while another node still finishes the reveal is published too', async () => {
  const nodes = await startNodes(2)
  const { a, b } = nodes
  const [monitor, staff] = [await a.seat('monitor'), await a.seat('staff')]
  const [three, threeOnB] = (await seatOn('reviewer-3', [a, b])) as [SeatClient, SeatClient]
  const recusal = {
    kind: 'conflict.answer',
    review: missouri,
    answer: 'recused',
    reason: 'A relative.',
  } as const
  await must(three, recusal)
  for (const { log } of nodes.all) log.hold(documents)
  const revealed = monitor.send({ kind: 'review.reveal', review: missouri })
  await until('both to publish', () => nodes.all.every(({ log }) => log.held(documents) > 0))
  a.log.flow()
  expect(await revealed).toEqual({ done: true })
  a.log.lose('appends', documents)
  const cleared = { person: 'reviewer-3', outcome: 'cleared', reason: 'It was another person.' } as const
  await must(staff, { kind: 'conflict.decide', review: missouri, ...cleared })
  await a.stop()
  b.log.flow()
  await until('B to know', () =>
    threeOnB.view().reviews.some(({ id, room }) => id === missouri && room !== null),
  )
  expect(pointsIn(await threeOnB.open(missouriRoom), 3, '(F)(3)')).not.toBe(null)
  await must(await b.seat('monitor'), openVote)
  expect(await changesIn(nodes.log)).toEqual([])
})
