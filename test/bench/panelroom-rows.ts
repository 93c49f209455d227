import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient } from 'redis'
import { limits } from '../../shared/protocol/limits.ts'
import { redisServerPath, startRedis, type RedisProcess } from '../../server/cluster/redis-server.ts'
import { openRedisLog } from '../../server/log/redis-log.ts'
import { openSqliteLog } from '../../server/log/sqlite-log.ts'
import { hostOf, signIn } from '../harness/running-server.ts'
import type { Headers } from './clients.ts'
import { prepareLog } from './prepare.ts'
import { cores, pins, startServing, type Serving } from './processes.ts'
import { people } from './rooms.ts'
import type { Row } from './row.ts'

const program = fileURLToPath(new URL('../../server/main.ts', import.meta.url))

/** This server as `npm start` starts it. */
export const ours: Row = {
  name: 'ours',
  label: 'Panelroom, SQLite',
  promise:
    'Judged, then on disk (fsync) before any peer sees it: a kill or a power cut loses nothing that was seen.',
  dialect: 'y-websocket',
  path: '/sync',
  keeps: true,
  fill: false,
  missing: () => null,
  // A start opens every room once, to finish what a killed process had begun.
  restMs: limits.unloadAfterMs + 3_000,
  prepare: async (folder) => {
    const log = await openSqliteLog({ folder, onFailure: stop })
    await prepareLog(log, folder)
    await log.close()
  },
  start: (folder) => startServing(program, ['--port', '0', '--data', folder]),
  signIn: signInAll,
}

/** The same with its log in a Redis of its own, which syncs each write to disk before it answers. */
export const oursOnRedis: Row = {
  ...ours,
  name: 'ours-redis',
  label: 'Panelroom, Redis',
  promise:
    'Judged, then in Redis’ append-only file (fsync) before any peer sees it: a kill of either loses nothing that was seen.',
  missing: () => (redisServerPath() === undefined ? 'there is no redis-server' : null),
  prepare: async (folder) => {
    const redis = await startRedis({ folder: redisFolder(folder) })
    mkdirSync(folder, { recursive: true })
    const heads = { folder: path.join(folder, 'heads'), name: 'prepared.json' }
    const log = await openRedisLog({ url: redis.url, heads, acceptRisk: false, onFailure: stop })
    await prepareLog(log, folder)
    await log.close()
    await redis.stop()
  },
  start: async (folder) => {
    const redis = await startRedis({ folder: redisFolder(folder) })
    if (pins) spawnSync('taskset', ['-a', '-c', '-p', cores.serving, `${redis.pid}`])
    const serving = await startServing(program, ['--port', '0', '--data', folder], { REDIS_URL: redis.url })
    return withRedis(serving, redis)
  },
}

function redisFolder(folder: string): string {
  return path.join(folder, 'redis')
}

/** Counts what Redis uses beside the server, and ends both. */
async function withRedis(serving: Serving, redis: RedisProcess): Promise<Serving> {
  const client = createClient({ url: redis.url })
  client.on('error', stop)
  await client.connect()
  return {
    port: serving.port,
    used: async (what) => {
      const info = await client.info('cpu')
      const seconds = ['used_cpu_sys', 'used_cpu_user'].map((name) =>
        Number(new RegExp(`^${name}:([0-9.]+)`, 'm').exec(info)?.[1]),
      )
      return {
        ...(await serving.used(what)),
        storeCpuMs: seconds.reduce((sum, next) => sum + next, 0) * 1000,
      }
    },
    stop: async () => {
      await serving.stop()
      await client.close()
      await redis.stop()
    },
  }
}

function stop(failure: unknown): never {
  throw failure
}

async function signInAll(port: number): Promise<Readonly<Record<string, Headers>>> {
  const sessions: Record<string, Headers> = {}
  for (const person of people) {
    const host = `${hostOf(person)}:${port}`
    sessions[person] = { host, origin: `http://${host}`, cookie: await signIn(port, person) }
  }
  return sessions
}
