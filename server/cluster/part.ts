import { setTimeout as pause } from 'node:timers/promises'

/** A process that the cluster runs on. */
export interface Part {
  readonly pid: number
  /** The port on which it takes connections; rejects when it ends before it does. */
  readonly opened: Promise<number>
  readonly ended: Promise<void>
  /** Asks it to end in good order, and waits until it is gone. */
  readonly stop: () => Promise<void>
}

/** A part that is started again whenever it ends. */
export interface Kept {
  /** Open for the first time; rejects when it did not come to that, and is then not tried again. */
  readonly started: Promise<void>
  /** Where it takes connections now; null while it does not. */
  readonly port: () => number | null
  /** Ends it for good, also while it is starting. */
  readonly stop: () => Promise<void>
}

const RESTART_MS = 1000

/** Starts a part, says where it is, and starts it again a second after it ended, until it is stopped. */
export function keepRunning(
  name: string,
  start: () => Part | Promise<Part>,
  say: (line: string) => void,
): Kept {
  const over = new AbortController()
  let part: Part | null = null
  let port: number | null = null

  async function open(): Promise<void> {
    part = null
    const begun = await start()
    part = begun
    if (over.signal.aborted) return begun.stop()
    const opened = await begun.opened
    port = opened
    say(`${name} is process ${begun.pid} on port ${opened}.`)
  }

  async function keep(): Promise<void> {
    for (;;) {
      await part?.ended
      port = null
      if (over.signal.aborted) return
      if (part) say(`${name} (process ${part.pid}) has ended. It is started again in a second.`)
      await pause(RESTART_MS, undefined, { signal: over.signal }).catch(() => undefined)
      if (over.signal.aborted) return
      await open().catch((error: unknown) => {
        if (!over.signal.aborted) say(`${name} could not be started. ${messageOf(error)}`)
      })
    }
  }

  const started = open()
  const kept = started.then(keep, () => undefined)
  return {
    started,
    port: () => port,
    stop: async () => {
      over.abort()
      await part?.stop()
      await kept
    },
  }
}

/** What an error says, for whoever started the cluster. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
