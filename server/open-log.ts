import { hostname } from 'node:os'
import path from 'node:path'
import type { Config } from './config.ts'
import { openHints, type Hints } from './live/hints.ts'
import type { Log } from './log/log.ts'
import { openRedisLog } from './log/redis-log.ts'
import { openSqliteLog } from './log/sqlite-log.ts'

/** Where everything durable stands, and the way to other nodes where there can be any. */
export interface OpenedLog {
  readonly log: Log
  /** What “saved” means less than it should, one sentence for staff; null where it means on disk. */
  readonly savingRisk: () => string | null
  /** Null where this is the only node. */
  readonly hints: Hints | null
  readonly close: () => Promise<void>
}

/**
 * Opens the log that the server was asked to use: SQLite in the data folder, or the Redis that it shares with other nodes. `onFailure`
 * is called once when the log must not be used any more: the server stops then. Rejects (LogRefused) with a sentence.
 */
export async function openLog(
  { data, port, redis, acceptRedisRisk }: Config,
  onFailure: (failure: { readonly sentence: string }) => void,
): Promise<OpenedLog> {
  if (redis === null) {
    const log = await openSqliteLog({ folder: data, onFailure })
    return { log, savingRisk: () => null, hints: null, close: log.close }
  }
  // Nodes in containers may have one port and one data folder.
  const name = `${encodeURIComponent(hostname())}-${port}.json`
  const heads = { folder: path.join(data, 'heads'), name }
  const log = await openRedisLog({ url: redis, heads, acceptRisk: acceptRedisRisk, onFailure })
  const hints = openHints(redis)
  const close = async (): Promise<void> => {
    hints.close()
    await log.close()
  }
  return { log, savingRisk: log.risk, hints, close }
}
