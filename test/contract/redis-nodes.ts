import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { LogRefused } from '../../server/log/log-errors.ts'
import type { Log } from '../../server/log/log.ts'
import { openRedisLog } from '../../server/log/redis-log.ts'
import type { RedisLog } from '../../server/log/redis-log.ts'
import { show } from './log-under-test.ts'

/** The log of one of several nodes, with what it told about having to stop. */
export interface Node {
  readonly log: RedisLog
  readonly failures: string[]
}

export interface NodeOptions {
  readonly url: string
  /** Where it remembers what it has seen; a folder of its own where none is given. */
  readonly folder?: string
  readonly name?: string
  readonly acceptRisk?: boolean
}

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'panelroom-heads-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Opens the log of one node; it is closed with the test. */
export async function openNode({
  url,
  folder,
  name = 'node',
  acceptRisk = false,
}: NodeOptions): Promise<Node> {
  const failures: string[] = []
  const log = await openRedisLog({
    url,
    heads: { folder: folder ?? temporaryFolder(), name: `${name}.json` },
    acceptRisk,
    onFailure: ({ sentence }) => failures.push(sentence),
  })
  onTestFinished(() => log.close())
  return { log, failures }
}

/** Why the log is not opened, or null when it is. */
export async function refusal(options: NodeOptions): Promise<LogRefused | null> {
  try {
    await (await openNode(options)).log.close()
    return null
  } catch (error) {
    if (error instanceof LogRefused) return error
    throw error
  }
}

/** What a follower was given, as lines; it is ready. */
export async function followed(log: Log, stream: string, from = 0): Promise<string[]> {
  const seen: string[] = []
  const { ready } = log.follow(stream, from, (entries, checkpoint) => {
    if (checkpoint !== null) seen.push(`≤${checkpoint.version}`)
    seen.push(...entries.map(show))
  })
  await ready
  return seen
}
