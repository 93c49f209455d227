import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Command } from '../../shared/competition/command.ts'
import type { CommandAnswer } from '../../shared/protocol/messages.ts'
import { must } from '../harness/review-moves.ts'
import type { SeatClient } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'
import { readHistory } from './nodes-check.ts'
import type { Cluster, Node } from './nodes-cluster.ts'

/** A command on its way through the node that is going to be killed. */
export interface Sent {
  readonly person: string
  readonly command: Command
  readonly id: string
  readonly through: SeatClient
}

/** Whether a command was answered before its node was gone. */
export interface Known extends Sent {
  readonly answered: boolean
}

/** What the commands of a round write into the log, and where. */
export interface Writing {
  readonly streams: readonly string[]
  /** How many entries of theirs are worth being killed after. */
  readonly entries: number
}

/**
 * Kills a node around the moment at which it carries out commands, another in each of twenty rounds: before they are sent, up
 * to 15 ms after, as soon as the log holds some of what they write, or right after the last answer. The way from the node to Redis
 * is slow meanwhile, so that what it had sent may still arrive when it is gone.
 */
export async function killAround(
  cluster: Cluster,
  node: Node,
  commands: readonly Sent[],
  { round, writing }: { readonly round: number; readonly writing: Writing },
): Promise<readonly Known[]> {
  const moment = round % 10
  const turn = Math.floor(round / 10) % 2
  if (moment === 0) {
    await node.kill()
    return commands.map((sent) => ({ ...sent, answered: false }))
  }
  return cluster.inLog(async (log) => {
    const size = async (): Promise<number> => {
      const heads = await Promise.all(writing.streams.map((stream) => log.head(stream)))
      return heads.reduce((sum, head) => sum + head, 0)
    }
    const before = await size()
    node.network.delay(1 + (round % 3))
    const answers = Promise.all(
      commands.map(async (sent) => ({ ...sent, answered: isDone(await answerOf(sent)) })),
    )
    if (moment < 4) await pause((moment - 1) * 5 + turn * 3)
    else if (moment < 9) {
      const after = 1 + ((moment - 4 + turn * 5) % writing.entries)
      await until(
        `${after} entries of ${writing.streams.join()}`,
        async () => (await size()) >= before + after,
      )
    } else await answers
    await node.kill()
    node.network.delay(0)
    return answers
  })
}

/** The answer, or null where the line was gone before it came. */
async function answerOf({ through, command, id }: Sent): Promise<CommandAnswer | null> {
  try {
    return await through.send(command, id)
  } catch (error) {
    if (through.socket.connected) throw error
    return null
  }
}

function isDone(answer: CommandAnswer | null): boolean {
  if (answer && 'refused' in answer) throw new Error(answer.sentence)
  return answer !== null
}

/** What was answered stands in the log, and nothing twice. Answers which of the commands are there. */
export async function expectAnsweredInLog(
  cluster: Cluster,
  commands: readonly Known[],
): Promise<readonly Known[]> {
  const { timesDone } = await readHistory(cluster)
  for (const { id, answered } of commands) {
    expect(timesDone(id), id).toBeLessThanOrEqual(1)
    if (answered) expect(timesDone(id), id).toBe(1)
  }
  return commands.filter(({ id }) => timesDone(id) === 1)
}

/** Sends commands again, with the same ids, to the other node, as their pages do: afterwards each has been carried out once. */
export async function sendAgain(cluster: Cluster, node: Node, commands: readonly Sent[]): Promise<void> {
  await Promise.all(
    commands.map(async ({ person, command, id }) => {
      const seat = await cluster.seat(person, node)
      await must(seat, command, id)
      seat.close()
    }),
  )
  const { timesDone } = await readHistory(cluster)
  for (const { id } of commands) expect(timesDone(id), id).toBe(1)
}
