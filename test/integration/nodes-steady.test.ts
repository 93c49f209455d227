import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Log } from '../../server/log/log.ts'
import { openMemoryLog } from '../../server/log/memory-log.ts'
import { emptyUpdate, encodeEntry } from '../../server/sync/entry.ts'
import { setScore } from '../../shared/form/edits.ts'
import { inColumn, strengthsField } from '../../shared/form/fields.ts'
import { formHash, readForm } from '../../shared/form/form-record.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { eventsOf, missouri, missouriRoom, pointsIn, reveal, settlePriority } from '../harness/nodes-play.ts'
import { nodesOfTests } from '../harness/nodes.ts'
import { until } from '../harness/until.ts'

const startNodes = nodesOfTests()
const field = (seat: number) => inColumn(seat, strengthsField('(A)(1)'))

/** A log that lets somebody type elsewhere before each decision that builds on a document; null where nobody does. */
function overtaken(log: Log): Log & { type: (() => Promise<void>) | null; readonly overtook: () => number } {
  let overtook = 0
  const opened = {
    ...log,
    type: null as (() => Promise<void>) | null,
    overtook: () => overtook,
    append: async (...asked: Parameters<Log['append']>) => {
      const [stream, , , { given = [] }] = asked
      const { type } = opened
      if (type && stream.startsWith('journal/') && given.length > 0) {
        overtook += 1
        // As over a network: whatever else waits has its turn.
        await setImmediate()
        await type()
      }
      return log.append(...asked)
    },
  }
  return opened
}

/** A room with its priority settled; Reviewer 2 signs on A, Reviewer 1 types on B whenever A decides; Reviewer 4 sits on A. */
async function inTheRoom() {
  const shared = openMemoryLog()
  const log = overtaken(shared)
  const nodes = await startNodes(0, { log: shared })
  const [a, b] = [await nodes.start({ log }), await nodes.start()]
  const monitor = await a.seat('monitor')
  await reveal(monitor)
  await settlePriority(monitor)
  const [one, two, four] = [
    await b.seat('reviewer-1'),
    await a.seat('reviewer-2'),
    await a.seat('reviewer-4'),
  ]
  const typing = await one.open(missouriRoom)
  const [signing, served] = [await two.open(missouriRoom), await four.open(missouriRoom)]
  const type = async (): Promise<void> => {
    typing.doc.getText(field(1)).insert(0, 'x')
    await typing.saved()
  }
  const sign = (id?: string) =>
    two.send(
      { kind: 'column.sign', review: missouri, hash: formHash(readForm(signing.doc, raceToTheTop, 2)) },
      id,
    )
  /** The same many times a second, which no page may: what comes from as many typists. */
  const typeOn = async (): Promise<void> => {
    const stream = `doc/${missouriRoom}`
    const bytes = encodeEntry({ author: 'reviewer-1', update: emptyUpdate })
    await shared.append(stream, await shared.head(stream), [{ bytes }], { id: randomUUID() })
  }
  /** Has it typed on all the while that something is done. */
  const amongTypists = async (act: () => Promise<void>): Promise<void> => {
    log.type = typeOn
    await act().finally(() => (log.type = null))
  }
  return { log, nodes, typing, served, signing, type, amongTypists, sign }
}

test('NODE-9 a signature on one node goes through though others typed on another each time it was about to be written', async () => {
  const { log, nodes, type, sign, typing } = await inTheRoom()
  let left = 5
  log.type = async () => {
    if (left === 0) return
    left -= 1
    await type()
  }
  expect(await sign()).toEqual({ done: true })
  expect(log.overtook()).toBe(6)
  expect((await eventsOf(nodes.log, 'column.signed')).map(({ by }) => by)).toEqual(['reviewer-2'])
  expect(typing.doc.getText(field(1)).toString()).toMatch(/^x{5}[^x]/)
})

test('NODE-9 … where they never pause it is refused with a sentence and nothing is changed; whoever types on that node is served again', async () => {
  const { log, nodes, served, sign, amongTypists } = await inTheRoom()
  const refused = {
    refused: 'too-many',
    sentence: 'Others are writing in this review just now, and nothing was changed. Try again in a moment.',
  }
  await amongTypists(async () => {
    const answer = sign('tried-again')
    await until('it to be tried', () => log.overtook() > 0)
    // What comes to the node meanwhile waits for the decision, and for no longer.
    served.doc.getText(field(4)).insert(0, 'Waited. ')
    const saved = served.saved()
    expect(await answer).toEqual(refused)
    await saved
  })
  expect(await eventsOf(nodes.log, 'column.signed')).toEqual([])
  expect(served.closed()).toBe(null)
  expect(await sign('tried-again')).toEqual({ done: true })
})

test('NODE-9 … nor does it hang where changes of scores have to be witnessed before it', async () => {
  const { nodes, typing, signing, amongTypists, sign } = await inTheRoom()
  const row = '(A)(2)(i)'
  const to = pointsIn(typing, 1, row) === 3 ? 4 : 3
  setScore({ doc: typing.doc, seat: 1 }, row, to)
  await typing.saved()
  await until('it to be seen', () => pointsIn(signing, 1, row) === to)
  await amongTypists(async () => {
    expect(await sign()).toMatchObject({ refused: 'too-many' })
  })
  expect(await eventsOf(nodes.log, 'score.changed')).toEqual([])
  expect(await sign()).toEqual({ done: true })
  expect((await eventsOf(nodes.log, 'score.changed')).map(({ data }) => [data.seat, data.to])).toEqual([
    [1, to],
  ])
})
