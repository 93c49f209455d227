import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRedisLog } from '../../server/log/redis-log.ts'
import { redisOfFile } from '../harness/redis.ts'
import { logAcceptance } from './log-acceptance.ts'

const redis = redisOfFile()

logAcceptance('in Redis', async () => {
  await redis().flush()
  const folder = mkdtempSync(join(tmpdir(), 'panelroom-heads-'))
  const open = () =>
    openRedisLog({
      url: redis().url,
      heads: { folder, name: 'node.json' },
      acceptRisk: false,
      onFailure(failure) {
        throw failure
      },
    })
  const log = await open()
  let latest = log
  return {
    log,
    async reopen() {
      await latest.close()
      latest = await open()
      return latest
    },
    async lose(stream, version) {
      const competition = stream.split('/')[1] ?? stream
      await redis().command('XDEL', `panelroom:{${competition}}:${stream}:entries`, `${version}-0`)
    },
    async remove() {
      await latest.close()
      rmSync(folder, { recursive: true })
    },
  }
})
