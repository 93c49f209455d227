import { ErrorReply } from 'redis'
import { LogFailed } from './log-errors.ts'
import type { Line } from './redis-line.ts'
import { list, text } from './redis-replies.ts'
import type { RedisSettings } from './redis-safety.ts'

/** Asks a Redis for what decides whether it keeps what it acknowledges. What it refuses to tell is null. */
export async function askSettings(line: Line): Promise<RedisSettings> {
  const [info, appendFsync, noFsyncOnRewrite] = await Promise.all([
    askInfo(line),
    askConfig(line, 'appendfsync'),
    askConfig(line, 'no-appendfsync-on-rewrite'),
  ])
  const told = (name: string): string | null => info.get(name) ?? null
  const appendOnly = told('aof_enabled')
  return {
    version: told('redis_version'),
    role: told('role'),
    appendOnly: appendOnly === null ? null : appendOnly === '1' ? 'yes' : 'no',
    // It counts nothing of it before the first is there: written anew later, the last one still holds.
    firstFile:
      told('aof_current_size') === '0' &&
      (told('aof_rewrite_in_progress') === '1' ||
        told('aof_rewrite_scheduled') === '1' ||
        told('aof_last_bgrewrite_status') === 'err')
        ? 'being written'
        : 'there',
    appendFsync,
    noFsyncOnRewrite,
    evictionPolicy: told('maxmemory_policy'),
    lastWrite: told('aof_last_write_status'),
  }
}

async function askInfo(line: Line): Promise<Map<string, string>> {
  const reply = await refusedAsNull(line.ask((client) => client.sendCommand(['INFO'])))
  if (reply === null) return new Map()
  const pairs = text(reply)
    .split('\r\n')
    .map((row) => row.split(':'))
  return new Map(pairs.map(([name = '', ...value]) => [name, value.join(':')]))
}

async function askConfig(line: Line, name: string): Promise<string | null> {
  // One name at a time: Redis 6 takes no more.
  const reply = await refusedAsNull(line.ask((client) => client.sendCommand(['CONFIG', 'GET', name])))
  const value = reply === null ? undefined : list(reply)[1]
  return value === undefined ? null : text(value)
}

async function refusedAsNull(reply: Promise<unknown>): Promise<unknown> {
  try {
    return await reply
  } catch (error) {
    if (error instanceof LogFailed && error.cause instanceof ErrorReply) return null
    throw error
  }
}
