import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Command } from '../../shared/competition/command.ts'
import { closeCodes, closeSentences } from '../../shared/protocol/close-codes.ts'
import { ask } from '../harness/ask.ts'
import { maine, must } from '../harness/review-moves.ts'
import { until } from '../harness/until.ts'
import { expectSeenAlike, readHistory } from './nodes-check.ts'
import { startCluster, type Cluster } from './nodes-cluster.ts'
import { confirmedOf, expectAllThere, openWriter } from './nodes-writers.ts'

const missouri = 'missouri.1.1'
const massachusetts = 'massachusetts.1.1'

/** How Redis goes away, and how it comes back. */
interface Absence {
  readonly leave: (cluster: Cluster) => unknown
  /** Resolves when it has been away for long enough. */
  readonly last?: () => Promise<unknown>
  readonly comeBack: (cluster: Cluster) => unknown
}

const absences: readonly (readonly [how: string, absence: Absence])[] = [
  [
    'FAULT-5 while Redis is killed and started again',
    { leave: ({ redis }) => redis.kill(), comeBack: ({ redis }) => redis.start() },
  ],
  [
    'FAULT-6 while Redis is paused and goes on',
    { leave: ({ redis }) => redis.pause(), comeBack: ({ redis }) => redis.resume() },
  ],
  [
    'FAULT-7 while Redis is out of reach for a minute',
    {
      leave: ({ nodes }) => nodes.forEach(({ network }) => network.cut()),
      last: () => pause(60_000),
      comeBack: ({ nodes }) => nodes.forEach(({ network }) => network.heal()),
    },
  ],
]

test.each(absences)(
  '%s, everybody is told that nothing is saved, and afterwards everything typed meanwhile is',
  { timeout: 240_000 },
  async (how, { leave, last, comeBack }) => {
    const cluster = await startCluster()
    const [one, two] = cluster.nodes
    await must(await cluster.seat('monitor', one), { kind: 'review.reveal', review: missouri })
    const writers = [
      { person: 'reviewer-1', review: missouri, inRoom: true, node: one },
      { person: 'reviewer-2', review: missouri, inRoom: true, node: two },
      { person: 'reviewer-3', review: missouri, inRoom: true, node: one },
      { person: 'reviewer-2', review: massachusetts, inRoom: false, node: one },
      { person: 'reviewer-3', review: massachusetts, inRoom: false, node: two },
    ].map((desk) => openWriter(cluster, desk))
    await Promise.all(writers.map((writer) => writer.open()))
    const lines = [await cluster.seat('reviewer-4', one), await cluster.seat('reviewer-5', two)]
    const certifying: Command = { kind: 'conflict.answer', review: maine, answer: 'certified', reason: '' }
    const idAt = (index: number): string => `${how.split(' ')[0]}-${index}`

    const typing = writers.map((writer) => writer.type(60))
    // A slow way to Redis: whenever it goes, something is on it.
    for (const { network } of cluster.nodes) network.delay(15)
    await until('some words to be confirmed', () => confirmedOf(writers) >= 40)
    await leave(cluster)
    for (const { network } of cluster.nodes) network.delay(0)
    const refusedAt = (): readonly (number | null)[] => writers.map((writer) => writer.copy().closed())
    await until('everybody who types to be told', () =>
      refusedAt().every((code) => code === closeCodes.notSaved),
    )
    const confirmed = writers.map((writer) => writer.confirmed())
    for (const writer of writers)
      expect(writer.copy().refusal()).toMatchObject({ sentence: closeSentences.notSaved })
    const answers = await Promise.all(lines.map((line, index) => line.send(certifying, idAt(index))))
    expect(answers).toMatchObject(lines.map(() => ({ refused: 'not-saved' })))
    for (const { port } of cluster.nodes)
      expect(await ask(port, 'localhost', '/api/rehearsal')).toMatchObject({ status: 503 })
    await last?.()
    expect(writers.map((writer) => writer.confirmed())).toEqual(confirmed)

    await comeBack(cluster)
    await Promise.all(typing)
    for (const writer of writers) expect(writer.confirmed(), writer.desk.person).toBe(writer.typed())
    await expectAllThere(cluster, writers, 'afterwards')
    for (const [index, line] of lines.entries()) await must(line, certifying, idAt(index))
    const { timesDone } = await readHistory(cluster)
    expect(lines.map((_, index) => timesDone(idAt(index)))).toEqual([1, 1])
    await expectSeenAlike(cluster)
  },
)
