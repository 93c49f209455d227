import { expect, test } from 'vitest'
import { textAt } from '../../shared/form/edits.ts'
import { strengthsField } from '../../shared/form/fields.ts'
import { closeCodes, closeSentences } from '../../shared/protocol/close-codes.ts'
import { attest, maine, must, openForm, openRoom, sign } from '../harness/review-moves.ts'
import type { OpenCopy } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'
import {
  expectExportedAlike,
  expectSeenAlike,
  expectServedAlike,
  inDocuments,
  readHistory,
} from './nodes-check.ts'
import { startCluster, type Cluster } from './nodes-cluster.ts'
import { confirmedOf, expectAllThere, openWriter } from './nodes-writers.ts'

const missouri = 'missouri.1.1'
const massachusetts = 'massachusetts.1.1'
const reviewers = [1, 2, 3, 4, 5].map((number) => `reviewer-${number}`)

test('FAULT-8 a node without Redis confirms nothing and says so, the other goes on, and afterwards all is on both', async () => {
  const cluster = await startCluster()
  const [lonely, other] = cluster.nodes
  const monitor = await cluster.seat('monitor', other)
  await must(monitor, { kind: 'review.reveal', review: missouri })
  const there = [
    { person: 'reviewer-1', review: missouri, inRoom: true, node: lonely },
    { person: 'reviewer-2', review: massachusetts, inRoom: false, node: lonely },
  ].map((desk) => openWriter(cluster, desk))
  const elsewhere = [
    { person: 'reviewer-3', review: missouri, inRoom: true, node: other },
    { person: 'reviewer-4', review: massachusetts, inRoom: false, node: other },
  ].map((desk) => openWriter(cluster, desk))
  const all = [...there, ...elsewhere]
  await Promise.all(all.map((writer) => writer.open()))
  const line = await cluster.seat('reviewer-5', lonely)

  const typing = there.map((writer) => writer.type(60))
  await until('some words to be confirmed', () => confirmedOf(there) >= 10)
  lonely.network.cut()
  await until('whoever types there to be told', () =>
    there.every((writer) => writer.copy().closed() === closeCodes.notSaved),
  )
  const confirmed = there.map((writer) => writer.confirmed())
  await Promise.all(elsewhere.map((writer) => writer.type(20)))
  await must(monitor, { kind: 'vote.open', review: missouri })
  const command = { kind: 'conflict.answer', review: maine, answer: 'certified', reason: '' } as const
  expect(await line.send(command, 'while-cut-off')).toMatchObject({ refused: 'not-saved' })
  expect(line.review(missouri).vote?.status).toBe('differ')
  expect(there.map((writer) => writer.confirmed())).toEqual(confirmed)

  lonely.network.heal()
  await Promise.all(typing)
  for (const writer of all) expect(writer.confirmed(), writer.desk.person).toBe(writer.typed())
  await expectAllThere(cluster, all, 'afterwards')
  await until('the vote to be seen there', () => line.review(missouri).vote?.status === 'open')
  await must(line, command, 'while-cut-off')
  expect((await readHistory(cluster)).timesDone('while-cut-off')).toBe(1)
  await expectSeenAlike(cluster)
})

/** Somebody who types on the node that is cut off, while they decide in another tab on the other node. */
interface Late {
  readonly copy: OpenCopy
  readonly name: string
  /** The seat whose column it is, in a room. */
  readonly column?: number
}

test('FAULT-9 what is typed on a node without Redis into a form that is revealed meanwhile is refused and never stored', async () => {
  const cluster = await startCluster()
  const [lonely, other] = cluster.nodes
  const tab = await cluster.seat('reviewer-1', other)
  await must(tab, { kind: 'form.takeBack', review: missouri })
  const page = await cluster.seat('reviewer-1', lonely)
  const late: Late = {
    copy: await openForm(page, missouri),
    name: `${cluster.competition()}/${missouri}/form-1`,
  }
  await typeThenCutOff(cluster, late)
  await attest(tab, await openForm(tab, missouri), missouri)
  await must(await cluster.seat('monitor', other), { kind: 'review.reveal', review: missouri })
  await healAndExpectRefused(cluster, late)
  const room = `${cluster.competition()}/${missouri}/room`
  const { attested } = await readHistory(cluster)
  await inDocuments(cluster, [room], ([stored]) => {
    expect(stored?.record(1)).toEqual(attested(missouri, 1))
  })
  await expectServedAlike(cluster, 'reviewer-2', room)
  await expectSeenAlike(cluster)
})

test('FAULT-10 what is typed on a node without Redis into a column that is signed and locked meanwhile is refused and never stored', async () => {
  const cluster = await startCluster()
  const [lonely, other] = cluster.nodes
  const monitor = await cluster.seat('monitor', other)
  await must(monitor, { kind: 'review.reveal', review: missouri })
  const page = await cluster.seat('reviewer-1', lonely)
  const room = `${cluster.competition()}/${missouri}/room`
  const late: Late = { copy: await openRoom(page, missouri), name: room, column: 1 }
  await typeThenCutOff(cluster, late)
  await must(monitor, { kind: 'vote.open', review: missouri })
  await must(monitor, { kind: 'vote.close', review: missouri })
  for (const person of reviewers) {
    const seat = await cluster.seat(person, other)
    await sign(seat, await openRoom(seat, missouri), missouri)
  }
  await must(monitor, { kind: 'review.close', review: missouri, commentsRead: true })
  await must(await cluster.seat('staff', other), { kind: 'review.lock', review: missouri })
  await healAndExpectRefused(cluster, late)
  await expectServedAlike(cluster, 'staff', room)
  await expectExportedAlike(cluster)
  await expectSeenAlike(cluster)
})

const field = strengthsField('(A)(1)')
const inTime = 'In time. '
const tooLate = 'Too late. '

/** Types something that is saved, takes the network away, types again, and waits until that is known not to be saved. */
async function typeThenCutOff(cluster: Cluster, late: Late): Promise<void> {
  const [{ network }] = cluster.nodes
  type(late, inTime)
  await late.copy.saved()
  network.cut()
  type(late, tooLate)
  await until('the author to be told', () => late.copy.closed() === closeCodes.notSaved)
  expect(late.copy.refusal()).toMatchObject({ sentence: closeSentences.notSaved })
}

/** Brings the network back: the author is told why it does not count, and both nodes and the log have only what came in time. */
async function healAndExpectRefused(cluster: Cluster, { copy, name, column }: Late): Promise<void> {
  const [{ network }] = cluster.nodes
  network.heal()
  await until('it to be refused', () => copy.closed() === closeCodes.readOnly)
  expect(copy.refusal()).toMatchObject({ sentence: closeSentences.readOnly })
  await inDocuments(cluster, [name], ([stored]) => {
    const text = stored?.record(column).strengths['(A)(1)']?.text
    expect(text).toContain(inTime)
    expect(text).not.toContain(tooLate)
    expect(stored?.sealed()).toBe(true)
  })
  await expectServedAlike(cluster, 'reviewer-1', name)
}

function type({ copy: { doc }, column }: Late, text: string): void {
  textAt(column === undefined ? { doc } : { doc, seat: column }, field).insert(0, text)
}
