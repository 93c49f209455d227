import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { openHints, type Hints } from '../../server/live/hints.ts'
import { openRedisLog, type RedisLog } from '../../server/log/redis-log.ts'

/** The log as one node opens it over Redis, until the test ends. */
export async function openLogLine(url: string): Promise<RedisLog> {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-heads-'))
  const log = await openRedisLog({
    url,
    heads: { folder, name: 'node.json' },
    acceptRisk: false,
    onFailure: (failure) => console.error(failure),
  })
  onTestFinished(async () => {
    await log.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return log
}

/** The hints of one node over Redis, until the test ends. */
export function openHintLines(url: string): Hints {
  const hints = openHints(url)
  onTestFinished(hints.close)
  return hints
}
