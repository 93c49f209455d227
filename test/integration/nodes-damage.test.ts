import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { LogCorrupt, LogFailed } from '../../server/log/log-errors.ts'
import type { Log } from '../../server/log/log.ts'
import { openMemoryLog } from '../../server/log/memory-log.ts'
import { realPorts } from '../../server/ports.ts'
import { rehearsalRubric } from '../../server/rehearsal/rehearsal.ts'
import { openStage } from '../../server/stage.ts'
import { documents } from '../harness/node-log.ts'
import { reveal } from '../harness/nodes-play.ts'
import { nodesOfTests } from '../harness/nodes.ts'
import { until } from '../harness/until.ts'

const startNodes = nodesOfTests()
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Writes an entry past everything of ours. */
async function write(log: Log, stream: string, text: string): Promise<void> {
  const entries = [{ bytes: bytesOf(text) }]
  const outcome = await log.append(stream, await log.head(stream), entries, { id: randomUUID() })
  expect(outcome.kind).toBe('appended')
}

/** The sentence that a node ends with. */
function sentenceOf(damage: unknown): string {
  return damage instanceof Error && 'sentence' in damage ? String(damage.sentence) : 'None.'
}

const damaged = [
  { what: 'who is signed in that is no JSON', stream: 'access', text: '\u0000' },
  { what: 'who is signed in that nobody knows', stream: 'access', text: '{"kind":"guest"}' },
  { what: 'which rehearsal is on', stream: 'competitions', text: '{"competition":7}' },
]

test.each(damaged)(
  'NODE-36 a damaged record of $what ends every node with a sentence, and no start goes past it',
  async ({ stream, text }) => {
    const nodes = await startNodes(0)
    const damages: unknown[] = []
    const onDamage = (damage: unknown): void => void damages.push(damage)
    await nodes.start({ onDamage })
    await nodes.start({ onDamage })
    await write(nodes.log, stream, text)
    await until('both to end', () => damages.length === 2)
    const version = await nodes.log.head(stream)
    const sentence = `The log is damaged: entry ${version} of the stream ${stream} cannot be read. Nothing was changed. Put back the last good copy.`
    expect(damages.map(sentenceOf)).toEqual([sentence, sentence])
    const started = nodes.start()
    await expect(started).rejects.toBeInstanceOf(LogCorrupt)
    await expect(started).rejects.toThrow(sentence)
  },
)

test('NODE-36 … and so does a rehearsal that is on everywhere and cannot be opened', async () => {
  const nodes = await startNodes(0)
  const damages: unknown[] = []
  await nodes.start({ onDamage: (damage) => damages.push(damage) })
  await write(nodes.log, 'journal/rehearsal-2', '{"event":null,"texts":{}}')
  await write(nodes.log, 'competitions', '{"competition":"rehearsal-2"}')
  await until('the node to end', () => damages.length > 0)
  expect(damages.map(sentenceOf)).toEqual([expect.stringMatching(/^The journal is damaged at entry 1: /)])
})

test('NODE-36 a competition whose opening cannot be finished lets go of all that it had opened', async () => {
  const log = openMemoryLog()
  const nodes = await startNodes(1, { log })
  const { a } = nodes
  const monitor = await a.seat('monitor')
  a.log.lose('appends', documents)
  await reveal(monitor)
  await a.stop()
  const followed = new Map<string, number>()
  const count = (stream: string, by: number): void =>
    void followed.set(stream, (followed.get(stream) ?? 0) + by)
  const unexpected = (error: unknown): void => expect.soft(error).toBe(undefined)
  const opening = openStage({
    log: {
      ...log,
      append: async (stream, ...asked) =>
        documents(stream)
          ? { kind: 'unknown', sentence: 'The log does not answer.' }
          : log.append(stream, ...asked),
      follow: (stream, ...asked) => {
        const following = log.follow(stream, ...asked)
        count(stream, 1)
        let stopped = false
        return {
          ...following,
          stop: () => {
            if (!stopped) count(stream, -1)
            stopped = true
            following.stop()
          },
        }
      },
    },
    ports: realPorts,
    signer: nodes.signer,
    competition: 'rehearsal-1',
    rubric: rehearsalRubric,
    onDamage: unexpected,
    onFailure: unexpected,
  })
  await expect(opening).rejects.toBeInstanceOf(LogFailed)
  expect([...followed.keys()].some(documents)).toBe(true)
  expect([...followed].filter(([, times]) => times !== 0)).toEqual([])
})
