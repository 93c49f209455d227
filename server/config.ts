import path from 'node:path'
import { parseArgs } from 'node:util'
import { readReach, type Reach } from './mail/mail-settings.ts'

/** How the server was asked to run. */
export interface Config {
  readonly host: string
  /** 0 to 65535; 0 takes any free one. */
  readonly port: number
  /** Where everything durable stands; with Redis, the signing key and what this node has seen of the log. */
  readonly data: string
  /** Where the applications' files stand; all nodes see the same folder. */
  readonly files: string
  /** `redis://…` where the log is shared by several nodes; null for SQLite in the data folder. */
  readonly redis: string | null
  /** Whether to go on with a Redis that may lose what it has acknowledged. */
  readonly acceptRedisRisk: boolean
  readonly dev: boolean
  /** Whether to begin an empty competition, or only to print a new link for its first member of staff. */
  readonly start: 'empty' | 'link' | null
  /** How mail is sent, and where people reach the server. */
  readonly reach: Reach
}

const usage =
  'Flags: --new  --link  --port 3000  --host 127.0.0.1  --data data  --files data/files  --accept-redis-risk  (or PORT, HOST, DATA, FILES, REDIS_URL, SMTP_URL, MAIL_FROM and PUBLIC_URL in the environment).'

/** Reads flags, then the environment, then the defaults. A fault is a sentence that names what is wrong and what there is. */
export function readConfig(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Config | { readonly fault: string } {
  const flags = readFlags(args)
  if ('fault' in flags) return flags
  const port = Number(flags.port ?? env['PORT'] ?? '3000')
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return {
      fault: `The port is a whole number from 0 to 65535, not “${flags.port ?? env['PORT']}”. ${usage}`,
    }
  }
  const host = flags.host ?? env['HOST'] ?? '127.0.0.1'
  const redis = env['REDIS_URL'] || null
  if (redis !== null && !/^rediss?:\/\/./.test(redis)) {
    return {
      fault:
        'REDIS_URL is an address like redis://127.0.0.1:6379. Leave it out to keep everything in the data folder.',
    }
  }
  const data = path.resolve(flags.data ?? env['DATA'] ?? 'data')
  const files = path.resolve(flags.files ?? env['FILES'] ?? path.join(data, 'files'))
  const acceptRedisRisk = flags['accept-redis-risk'] ?? false
  const reach = readReach(env)
  if ('fault' in reach) return reach
  const start = flags.new ? 'empty' : flags.link ? 'link' : null
  return { host, port, data, files, redis, acceptRedisRisk, dev: flags.dev ?? false, start, reach }
}

/** Whether a host binds to this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

type Flags = {
  port?: string
  host?: string
  data?: string
  files?: string
  'accept-redis-risk'?: boolean
  dev?: boolean
  new?: boolean
  link?: boolean
}

function readFlags(args: readonly string[]): Flags | { readonly fault: string } {
  try {
    const options = {
      port: { type: 'string' },
      host: { type: 'string' },
      data: { type: 'string' },
      files: { type: 'string' },
      'accept-redis-risk': { type: 'boolean' },
      dev: { type: 'boolean' },
      new: { type: 'boolean' },
      link: { type: 'boolean' },
    } as const
    return parseArgs({ args: [...args], options, allowPositionals: false }).values
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const unknown = args.find(
      (arg) =>
        !/^--(port|host|data|files|accept-redis-risk|dev|new|link)(=|$)/.test(arg) && arg.startsWith('-'),
    )
    return {
      fault: unknown ? `There is no flag ${unknown}. ${usage}` : `The flags could not be read. ${usage}`,
    }
  }
}
