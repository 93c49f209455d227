import { setImmediate as nextTurn } from 'node:timers/promises'
import { LogFailed } from '../log/log-errors.ts'
import type { Replica } from './replica.ts'

/** Beyond either, opening a document takes noticeably longer than from a checkpoint. */
const most = { entries: 500, bytes: 4 * 1024 * 1024 }
/** When a document is put away nobody waits: then it is worth a checkpoint sooner. */
const mostAtClose = 50

interface Parts {
  readonly replica: Pick<Replica, 'sinceCheckpoint' | 'checkpoint'>
  /** So long after one that failed no other is tried, in milliseconds. */
  readonly retryMs: number
  /** What failed for another reason than that the log did not take it. The document goes on. */
  readonly onFault: (error: unknown) => void
}

/** Keeps short what a document is opened from, on this node and for nodes that lag behind. */
export interface Checkpoints {
  /** To be called when something has come: a checkpoint of a long history is stored beside everything else, never two at once. */
  readonly consider: () => void
  /** Resolves when none is under way; none is begun after this. */
  readonly stop: () => Promise<void>
  /** Stops, and stores one where it is worth it. Rejects (LogFailed) where it could not be stored. */
  readonly close: () => Promise<void>
}

export function createCheckpoints({ replica, retryMs, onFault }: Parts): Checkpoints {
  let underWay: Promise<void> | null = null
  let notBefore = 0
  let stopped = false

  function isLong(): boolean {
    const { entries, bytes } = replica.sinceCheckpoint()
    return entries > most.entries || bytes > most.bytes
  }

  async function store(): Promise<void> {
    // Whoever waits for what has come is told first.
    await nextTurn()
    if (stopped) return
    try {
      await replica.checkpoint()
    } catch (error) {
      // The entries are still there: the next one stands for them as well.
      notBefore = performance.now() + retryMs
      if (!(error instanceof LogFailed)) onFault(error)
    }
  }

  async function stop(): Promise<void> {
    stopped = true
    await underWay
  }

  return {
    consider: () => {
      if (stopped || underWay || !isLong() || performance.now() < notBefore) return
      underWay = store().finally(() => {
        underWay = null
      })
    },
    stop,
    close: async () => {
      await stop()
      if (isLong() || replica.sinceCheckpoint().entries > mostAtClose) await replica.checkpoint()
    },
  }
}
