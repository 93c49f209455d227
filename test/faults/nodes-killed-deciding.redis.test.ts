import { expect, test } from 'vitest'
import { findReview } from '../../shared/competition/state.ts'
import { must, openRoom, sign } from '../harness/review-moves.ts'
import type { SeatClient } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'
import {
  expectExportedAlike,
  expectSeenAlike,
  expectServedAlike,
  inDocuments,
  inJournal,
  readHistory,
} from './nodes-check.ts'
import { startCluster, type Cluster, type Node } from './nodes-cluster.ts'
import { expectAnsweredInLog, killAround, sendAgain, type Sent } from './nodes-kill.ts'

/** How often a node is killed in each test: `KILLS=100` for a long run. */
const rounds = Number(process.env['KILLS'] ?? 20)
const missouri = 'missouri.1.1'
const reviewers = [1, 2, 3, 4, 5].map((number) => `reviewer-${number}`)
/** Three of five say yes. */
const answerOf = (person: string): 'yes' | 'no' => (Number(person.split('-')[1]) < 4 ? 'yes' : 'no')

test(
  `FAULT-3 a node is killed ${rounds} times around a vote, and every ballot and the result are counted once`,
  { timeout: 60_000 + rounds * 15_000 },
  async () => {
    const cluster = await startCluster()
    const [one, two] = cluster.nodes
    for (let round = 0; round < rounds; round += 1) {
      const [killed, other] = round % 2 === 0 ? [one, two] : [two, one]
      /** Which step of the vote is the one that the node does not survive. */
      const step = round % 3
      if (round > 0) await cluster.startOver()
      const monitor = await cluster.seat('monitor', killed)
      await must(monitor, { kind: 'review.reveal', review: missouri })
      const around = async (commands: readonly Sent[]): Promise<void> => {
        const writing = { streams: [`journal/${cluster.competition()}`], entries: commands.length }
        const known = await killAround(cluster, killed, commands, { round, writing })
        await expectAnsweredInLog(cluster, known)
        await sendAgain(cluster, other, known)
      }
      const order = (kind: 'vote.open' | 'vote.close', through: SeatClient): Sent => ({
        person: 'monitor',
        command: { kind, review: missouri },
        id: `${kind.replace('.', '-')}-of-round-${round}`,
        through,
      })

      const open = order('vote.open', monitor)
      if (step === 0) await around([open])
      else await must(monitor, open.command, open.id)

      // Two vote through the node that stays, and three through the one that goes, if it is there.
      const ballots: Sent[] = []
      for (const [index, person] of reviewers.entries()) {
        ballots.push({
          person,
          command: { kind: 'ballot.cast', review: missouri, answer: answerOf(person), reasons: 'Page 12.' },
          id: `ballot-${index + 1}-of-round-${round}`,
          through: await cluster.seat(person, step === 0 || index >= 3 ? other : killed),
        })
      }
      if (step === 1) await around(ballots)
      else await Promise.all(ballots.map(({ through, command, id }) => must(through, command, id)))

      const close = order('vote.close', await cluster.seat('monitor', step === 2 ? killed : other))
      if (step === 2) await around([close])
      else await must(close.through, close.command, close.id)

      await killed.start()
      await expectCountedOnce(cluster)
      await expectSeenAlike(cluster)
      cluster.everybodyLeaves()
    }
  },
)

test(
  `FAULT-4 a node is killed ${rounds} times around a lock, and the other finishes it, with one record and one signature, unasked`,
  { timeout: 60_000 + rounds * 15_000 },
  async () => {
    const cluster = await startCluster()
    const [one, two] = cluster.nodes
    for (let round = 0; round < rounds; round += 1) {
      const [killed, other] = round % 2 === 0 ? [one, two] : [two, one]
      if (round > 0) await cluster.startOver()
      await toLock(cluster, other)
      const lock: Sent = {
        person: 'staff',
        command: { kind: 'review.lock', review: missouri },
        id: `lock-of-round-${round}`,
        through: await cluster.seat('staff', killed),
      }
      // That it has begun, the seal of the room, the record with its signature.
      const writing = {
        streams: [`journal/${cluster.competition()}`, `doc/${cluster.competition()}/${missouri}/room`],
        entries: 3,
      }
      const known = await killAround(cluster, killed, [lock], { round, writing })
      const held = await expectAnsweredInLog(cluster, known)
      if (held.length === 0) await sendAgain(cluster, other, [lock])
      await inJournal(cluster, (journal) =>
        until(
          'the lock to be finished by the other',
          () => findReview(journal.state(), missouri)?.lock.status === 'locked',
        ),
      )
      await sendAgain(cluster, other, [lock])

      await killed.start()
      await expectLockedOnce(cluster)
      await expectExportedAlike(cluster)
      await expectSeenAlike(cluster)
      cluster.everybodyLeaves()
    }
  },
)

/** Leads a review to where staff may lock it: revealed, voted on, signed by all and closed. */
async function toLock(cluster: Cluster, node: Node): Promise<void> {
  const monitor = await cluster.seat('monitor', node)
  await must(monitor, { kind: 'review.reveal', review: missouri })
  await must(monitor, { kind: 'vote.open', review: missouri })
  await must(monitor, { kind: 'vote.close', review: missouri })
  for (const person of reviewers) {
    const seat = await cluster.seat(person, node)
    await sign(seat, await openRoom(seat, missouri), missouri)
    seat.close()
  }
  await must(monitor, { kind: 'review.close', review: missouri, commentsRead: true })
}

/** One vote was opened and closed, one ballot stands for each seat, and the result follows from them. */
async function expectCountedOnce(cluster: Cluster): Promise<void> {
  const { events } = await readHistory(cluster)
  const told = events.flatMap((event): unknown[] => {
    if (event.kind === 'vote.opened') return [event.kind]
    if (event.kind === 'ballot.cast') return [`${event.by} says ${event.data.answer}`]
    return event.kind === 'vote.closed' ? [event.data] : []
  })
  const ballots = reviewers.map((person) => `${person} says ${answerOf(person)}`)
  expect(told).toHaveLength(ballots.length + 2)
  expect(told.at(0)).toBe('vote.opened')
  expect(new Set(told.slice(1, -1))).toEqual(new Set(ballots))
  expect(told.at(-1)).toEqual({ review: missouri, seats: 5, yes: 3, needed: 3, awarded: true })
}

/** One record and one signature, and the room ends where they say that it was sealed. */
async function expectLockedOnce(cluster: Cluster): Promise<void> {
  const { events } = await readHistory(cluster)
  const last = events.slice(-3)
  expect(last.map(({ kind }) => kind)).toEqual(['lock.started', 'review.locked', 'head.signed'])
  expect(events.filter(({ kind }) => kind === 'head.signed')).toHaveLength(1)
  const room = `${cluster.competition()}/${missouri}/room`
  const locked = last.flatMap((event) => (event.kind === 'review.locked' ? event.data.documents : []))
  await inDocuments(cluster, [room], ([stored]) => {
    expect(locked).toMatchObject([{ name: room, version: stored?.version() }])
    expect(stored?.sealed()).toBe(true)
  })
  await expectServedAlike(cluster, 'staff', room)
}
