import { expect, test } from 'vitest'
import { must } from '../harness/review-moves.ts'
import { until } from '../harness/until.ts'
import { expectSeenAlike, expectServedAlike, inDocuments, readHistory } from './nodes-check.ts'
import { startCluster, type Cluster } from './nodes-cluster.ts'
import { expectAnsweredInLog, killAround, sendAgain, type Sent } from './nodes-kill.ts'
import { confirmedOf, expectAllThere, openWriter } from './nodes-writers.ts'

/** How often a node is killed in each test: `KILLS=100` for a long run. */
const rounds = Number(process.env['KILLS'] ?? 20)
/** Words of each writer in a round. */
const words = 8
const missouri = 'missouri.1.1'
const massachusetts = 'massachusetts.1.1'
const numbers = [1, 2, 3, 4, 5]

test(
  `FAULT-1 one of two nodes is killed ${rounds} times while five people type through both, and nothing that was confirmed is lost`,
  { timeout: 60_000 + rounds * 10_000 },
  async () => {
    const cluster = await startCluster()
    const [one, two] = cluster.nodes
    const monitor = await cluster.seat('monitor', one)
    await must(monitor, { kind: 'review.reveal', review: missouri })
    const desks = numbers.flatMap((number) => {
      const person = `reviewer-${number}`
      const [near, far] = number % 2 === 0 ? [one, two] : [two, one]
      return [
        { person, review: missouri, inRoom: true, node: near },
        { person, review: massachusetts, inRoom: false, node: far },
      ]
    })
    const writers = desks.map((desk) => openWriter(cluster, desk))
    await Promise.all(writers.map((writer) => writer.open()))

    for (let round = 0; round < rounds; round += 1) {
      const [killed, other] = round % 2 === 0 ? [one, two] : [two, one]
      const when = `after kill ${round + 1}`
      const before = confirmedOf(writers)
      const left = writers.filter((writer) => writer.node() === killed)
      const typing = writers.map((writer) => ({ writer, done: writer.type(words) }))
      // Not always at the same place: the moment of the kill wanders through the commits.
      await until(
        'some words to be confirmed',
        () => confirmedOf(writers) >= before + 10 + ((round * 7) % 23),
      )
      await killed.kill()
      if (round % 4 < 2) {
        // Those who were there wait for it; the others go on without.
        await Promise.all(typing.filter(({ writer }) => !left.includes(writer)).map(({ done }) => done))
        await killed.start()
      } else {
        // Those who were there come back through the other; the node is started when all have finished.
        for (const writer of left) await writer.moveTo(other)
      }
      await Promise.all(typing.map(({ done }) => done))
      if (round % 4 >= 2) await killed.start()
      for (const writer of writers)
        expect(writer.confirmed(), `${writer.desk.person} ${when}`).toBe(writer.typed())
      await expectAllThere(cluster, writers, when)
      await expectSeenAlike(cluster)
      for (const writer of left) if (writer.node() !== killed) await writer.moveTo(killed)
    }
    await must(await cluster.seat('monitor', two), { kind: 'vote.open', review: missouri })
    await expectWitnessed(cluster)
  },
)

test(
  `FAULT-2 a node is killed ${rounds} times around a reveal, and the other opens the room with every attested column, once and unasked`,
  { timeout: 60_000 + rounds * 15_000 },
  async () => {
    const cluster = await startCluster()
    const [one, two] = cluster.nodes
    for (let round = 0; round < rounds; round += 1) {
      const [killed, other] = round % 2 === 0 ? [one, two] : [two, one]
      const when = `after kill ${round + 1}`
      if (round > 0) await cluster.startOver()
      const writers = [
        openWriter(cluster, { person: 'reviewer-1', review: massachusetts, inRoom: false, node: killed }),
        openWriter(cluster, { person: 'reviewer-2', review: massachusetts, inRoom: false, node: other }),
      ]
      await Promise.all(writers.map((writer) => writer.open()))
      const typing = writers.map((writer) => writer.type(words))
      const reveal: Sent = {
        person: 'monitor',
        command: { kind: 'review.reveal', review: missouri },
        id: `reveal-of-round-${round}`,
        through: await cluster.seat('monitor', killed),
      }
      // The decision, five seals, five columns.
      const writing = {
        streams: [
          `journal/${cluster.competition()}`,
          ...[...formNames(cluster), roomName(cluster)].map((name) => `doc/${name}`),
        ],
        entries: 11,
      }
      const known = await killAround(cluster, killed, [reveal], { round, writing })
      const held = await expectAnsweredInLog(cluster, known)
      if (held.length === 0) await sendAgain(cluster, other, [reveal])
      await untilRoomIsOpen(cluster)
      await sendAgain(cluster, other, [reveal])

      await killed.start()
      await Promise.all(typing)
      await expectAllThere(cluster, writers, when)
      await expectAttestedInRoom(cluster)
      await expectSeenAlike(cluster)
      cluster.everybodyLeaves()
    }
  },
)

const formNames = (cluster: Cluster): readonly string[] =>
  numbers.map((number) => `${cluster.competition()}/${missouri}/form-${number}`)

const roomName = (cluster: Cluster): string => `${cluster.competition()}/${missouri}/room`

/** Waits for what follows from a reveal, in the log alone: nobody is asked. */
function untilRoomIsOpen(cluster: Cluster): Promise<void> {
  return inDocuments(cluster, [...formNames(cluster), roomName(cluster)], (documents) =>
    until('all forms to be sealed and all columns to be published', () => {
      const room = documents.at(-1)
      const published = numbers.filter((number) => room?.record(number).scores['(A)(1)(i)'] !== null)
      const sealed = documents.filter((document) => document.sealed())
      return published.length === 5 && sealed.length === 5
    }),
  )
}

/** Each column of the room says what its seat attested, on both nodes. */
async function expectAttestedInRoom(cluster: Cluster): Promise<void> {
  const { attested } = await readHistory(cluster)
  await inDocuments(cluster, [roomName(cluster)], ([room]) => {
    for (const number of numbers) expect(room?.record(number)).toEqual(attested(missouri, number))
  })
  await expectServedAlike(cluster, 'reviewer-3', roomName(cluster))
}

/** Every score that changed in the room is in the journal, once: each change goes on from the one before, up to what stands. */
async function expectWitnessed(cluster: Cluster): Promise<void> {
  const { events, attested } = await readHistory(cluster)
  const witnessed = numbers.map((number) => ({ ...attested(missouri, number)?.scores }))
  for (const event of events) {
    if (event.kind !== 'score.changed') continue
    const { seat, row, from, to } = event.data
    const scores = witnessed[seat - 1] ?? {}
    expect([from, from === to], `${row} of seat ${seat}`).toEqual([scores[row], false])
    scores[row] = to
  }
  await inDocuments(cluster, [roomName(cluster)], ([room]) => {
    expect(witnessed).toEqual(numbers.map((number) => room?.record(number).scores))
  })
}
