import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { newsSchema, type News, type Order, type ServerAt } from './said.ts'

const program = fileURLToPath(new URL('./play.ts', import.meta.url))

/** The process in which seats are played. It ends with this one, however that ends: their channel closes. */
export interface PlayProcess {
  readonly say: (order: Order) => void
  /** Resolves once it is gone. */
  readonly end: () => Promise<void>
}

interface Listening {
  /** A seat has been left. */
  readonly risen: (news: News) => void
  /** The process has ended, asked to or not. */
  readonly ended: () => void
}

/** Starts it for the server at an address of this machine. */
export function startProcess({ address, port }: ServerAt, { risen, ended }: Listening): PlayProcess {
  // The flags of this process are not the other's: a test's, or those of a debugger.
  const child = fork(program, [address, `${port}`], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  void gone.then(ended)
  child.on('message', (message) => risen(newsSchema.parse(message)))
  return {
    say: (order) => {
      if (child.connected) child.send(order)
    },
    end: async () => {
      child.kill('SIGKILL')
      await gone
    },
  }
}
