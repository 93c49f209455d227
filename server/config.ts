import path from 'node:path'
import { parseArgs } from 'node:util'

/** How the server was asked to run. */
export interface Config {
  readonly host: string
  /** 0 to 65535; 0 takes any free one. */
  readonly port: number
  /** Where everything durable stands. */
  readonly data: string
  readonly dev: boolean
}

const usage = 'Flags: --port 3000  --host 127.0.0.1  --data data  (or PORT, HOST, DATA in the environment).'

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
  const data = path.resolve(flags.data ?? env['DATA'] ?? 'data')
  return { host, port, data, dev: flags.dev ?? false }
}

/** Whether a host binds to this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

type Flags = { port?: string; host?: string; data?: string; dev?: boolean }

function readFlags(args: readonly string[]): Flags | { readonly fault: string } {
  try {
    const options = {
      port: { type: 'string' },
      host: { type: 'string' },
      data: { type: 'string' },
      dev: { type: 'boolean' },
    } as const
    return parseArgs({ args: [...args], options, allowPositionals: false }).values
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const unknown = args.find((arg) => !/^--(port|host|data|dev)(=|$)/.test(arg) && arg.startsWith('-'))
    return {
      fault: unknown ? `There is no flag ${unknown}. ${usage}` : `The flags could not be read. ${usage}`,
    }
  }
}
