import { LogRefused } from './log-errors.ts'

const DEFAULT_PORT = '6379'

/** The address of a Redis for sentences and files: without user and password, with its port and the number of its database. */
export function redisAddress(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null
  const known = parsed !== null && ['redis:', 'rediss:'].includes(parsed.protocol) && parsed.hostname !== ''
  if (!known || !/^\/?\d*$/.test(parsed.pathname)) {
    throw new LogRefused(
      'unreachable',
      'The address of Redis is not one, such as redis://127.0.0.1:6379 or redis://user:password@host:6379/1.',
    )
  }
  const number = parsed.pathname.slice(1) || '0'
  return `${parsed.protocol}//${parsed.hostname}:${parsed.port || DEFAULT_PORT}/${number}`
}
