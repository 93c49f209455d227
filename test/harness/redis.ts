import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createClient } from 'redis'
import { afterAll, beforeAll } from 'vitest'
import { startRedis } from '../../server/cluster/redis-server.ts'

/** A Redis of its own in a temporary folder, for as long as a test or a file of tests needs it. */
export interface TestRedis {
  readonly url: string
  readonly port: number
  /** Where its append-only file lives. */
  readonly folder: string
  /** One command past everything of ours, as an outsider gives it. */
  readonly command: (...words: readonly (string | Buffer)[]) => Promise<unknown>
  readonly flush: () => Promise<void>
  /** Ends it as a power cut would; nobody answers on its port until `start`. */
  readonly kill: () => Promise<void>
  /** Starts it again on the same port and folder, or on another folder: a Redis that has another past. */
  readonly start: (folder?: string) => Promise<void>
  readonly pause: () => void
  readonly resume: () => void
  /** Ends it and takes its folder away. */
  readonly close: () => Promise<void>
}

type Settings = Readonly<Record<string, string>>

/** Starts a Redis with the settings that keep what they acknowledge, or with others for a test of those. */
export async function openRedis(settings: Settings = {}): Promise<TestRedis> {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-redis-'))
  let server = await startRedis({ folder, settings })
  const { url, port } = server

  async function command(...words: readonly (string | Buffer)[]): Promise<unknown> {
    const client = createClient({ url, RESP: 2, socket: { reconnectStrategy: false } })
    client.on('error', () => {})
    await client.connect()
    try {
      return await client.sendCommand([...words])
    } finally {
      client.destroy()
    }
  }

  return {
    url,
    port,
    folder,
    command,
    flush: async () => void (await command('FLUSHALL')),
    kill: () => server.kill(),
    start: async (other = folder) => {
      server = await startRedis({ folder: other, port, settings })
    },
    pause: () => server.pause(),
    resume: () => server.resume(),
    close: async () => {
      await server.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** One Redis for all tests of a file, emptied by whoever needs it empty. To be called at the top of the file. */
export function redisOfFile(settings: Settings = {}): () => TestRedis {
  let current: TestRedis | undefined
  beforeAll(async () => {
    current = await openRedis(settings)
  })
  afterAll(async () => {
    await current?.close()
  })
  return function use(): TestRedis {
    if (current === undefined) throw new Error('No Redis has been started.')
    return current
  }
}
