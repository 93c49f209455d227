import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface ServerProcess {
  readonly port: number
  /** The sign-in link for program staff, where it was started with `--new`. */
  readonly link: string | null
  /** Lets it stand still, as on a machine that has other things to do; its connections stay open. */
  readonly pause: () => void
  readonly resume: () => void
  /** Ends it as a power cut would, and waits until it is gone. */
  readonly kill: () => Promise<void>
  /** Asks it to end, and answers with its exit code. */
  readonly stop: () => Promise<number | null>
  /** How it ended, once it has, by itself or not. */
  readonly ended: Promise<Ended>
}

/** What a process is started with beside its data folder. */
export interface StartingProcess {
  /** Where the project stands. */
  readonly at?: string
  /** A free one where none is given. */
  readonly port?: number
  readonly flags?: readonly string[]
  /** Beside this process's own environment. */
  readonly env?: Readonly<Record<string, string>>
}

/** How a process ended, and all that it said. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts `server/main.ts` on a data folder, and waits until it is open. */
export async function startProcess(
  folder: string,
  { at = root, port = 0, flags = [], env = {} }: StartingProcess = {},
): Promise<ServerProcess> {
  const { child, ended, printed } = run(['--port', `${port}`, '--data', folder, ...flags], at, env)
  const opened = await Promise.race([
    printed(/open at http:\/\/localhost:(\d+)/),
    ended.then(({ code, stderr }) => {
      throw new Error(`The server ended with ${code}: ${stderr}`)
    }),
  ])
  const link = flags.includes('--new') ? await printed(/(http:\S+\/sit#\S+)/) : null
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal)
    return (await ended).code
  }
  return {
    port: Number(opened),
    link,
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    ended,
  }
}

/**
 * Runs `server/main.ts` with flags, or an environment, that should not let it stay; it is killed where it does, and its code is
 * then null.
 */
export async function runToEnd(
  flags: readonly string[],
  at: string = root,
  env: StartingProcess['env'] = {},
): Promise<Ended> {
  const { child, ended } = run(flags, at, env)
  const late = setTimeout(() => child.kill('SIGKILL'), 20_000)
  try {
    return await ended
  } finally {
    clearTimeout(late)
  }
}

function run(flags: readonly string[], at: string, env: StartingProcess['env']) {
  const child = spawn(process.execPath, ['server/main.ts', ...flags], {
    cwd: at,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { stdout: '', stderr: '' }
  const waiting: (() => void)[] = []
  for (const pipe of ['stdout', 'stderr'] as const) {
    child[pipe].setEncoding('utf8').on('data', (text: string) => {
      said[pipe] += text
      for (const look of waiting) look()
    })
  }
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, ...said }))
  })
  const printed = (what: RegExp): Promise<string> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = what.exec(said.stdout)?.[1]
        if (found !== undefined) resolve(found)
      }
      waiting.push(look)
      look()
    })
  return { child, ended, printed }
}
