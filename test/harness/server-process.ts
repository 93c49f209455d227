import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface ServerProcess {
  readonly port: number
  /** Lets it stand still, as on a machine that has other things to do; its connections stay open. */
  readonly pause: () => void
  readonly resume: () => void
  /** Ends it as a power cut would, and waits until it is gone. */
  readonly kill: () => Promise<void>
  /** Asks it to end, and answers with its exit code. */
  readonly stop: () => Promise<number | null>
}

/** How a process that was not meant to stay ended. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts `server/main.ts` on a folder and a free port, and waits until it is open. `at` is where the project stands. */
export async function startProcess(folder: string, at: string = root): Promise<ServerProcess> {
  const { child, ended, printed } = run(['--port', '0', '--data', folder], at)
  const port = await Promise.race([
    printed(/open at http:\/\/localhost:(\d+)/),
    ended.then(({ code, stderr }) => {
      throw new Error(`The server ended with ${code}: ${stderr}`)
    }),
  ])
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal)
    return (await ended).code
  }
  return {
    port: Number(port),
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  }
}

/** Runs `server/main.ts` with flags that should not let it stay; it is killed where it does, and its code is then null. */
export async function runToEnd(flags: readonly string[], at: string = root): Promise<Ended> {
  const { child, ended } = run(flags, at)
  const late = setTimeout(() => child.kill('SIGKILL'), 20_000)
  try {
    return await ended
  } finally {
    clearTimeout(late)
  }
}

function run(flags: readonly string[], at: string) {
  const child = spawn(process.execPath, ['server/main.ts', ...flags], {
    cwd: at,
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
