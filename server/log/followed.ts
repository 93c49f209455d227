import { LogFailed } from './log-errors.ts'
import type { Log, OnEntries } from './log.ts'

/** A stream that is followed from its beginning, and how far it is known here. */
export interface Followed {
  /** Resolves once all that the stream held has been taken; rejects when it cannot be read or was not to be taken. */
  readonly ready: Promise<void>
  /** The version up to which everything has been taken. */
  readonly version: () => number
  /** Resolves once this version has been taken. Rejects (LogFailed) when the stream is followed no more. */
  readonly reached: (version: number) => Promise<void>
  /** Resolves once all that the stream holds by now has been taken. Rejects (LogFailed) where the log does not answer. */
  readonly catchUp: () => Promise<void>
  readonly stop: () => void
}

interface Following {
  readonly log: Log
  readonly stream: string
  readonly take: OnEntries
  /** `take` threw on something that came later: nothing more is taken. */
  readonly onFailure: (error: unknown) => void
}

/** Follows a stream from its beginning. What `take` throws ends it, and never reaches whoever appended. */
export function followStream({ log, stream, take, onFailure }: Following): Followed {
  const waiting: { version: number; resolve: () => void; reject: (error: Error) => void }[] = []
  let version = 0
  let open = false
  let failed: { readonly error: unknown } | null = null
  let stopped = false

  const following = log.follow(stream, 0, (entries, checkpoint) => {
    try {
      take(entries, checkpoint)
    } catch (error) {
      failed = { error }
      stop()
      if (open) onFailure(error)
      return
    }
    version = entries.at(-1)?.version ?? checkpoint?.version ?? version
    for (const waiter of waiting.filter((one) => one.version <= version)) {
      waiting.splice(waiting.indexOf(waiter), 1)
      waiter.resolve()
    }
  })
  const ready = following.ready.then(() => {
    if (failed) throw failed.error
    open = true
  })

  function noMore(): LogFailed {
    return new LogFailed(`${stream} is not followed any more.`)
  }

  function stop(): void {
    stopped = true
    following.stop()
    for (const { reject } of waiting.splice(0)) reject(noMore())
  }

  async function reached(wanted: number): Promise<void> {
    if (wanted <= version) return
    if (stopped) throw noMore()
    await new Promise<void>((resolve, reject) => waiting.push({ version: wanted, resolve, reject }))
  }

  /** One question under way, and one for all who came since: an answer is good for those who asked before it was. */
  let asking: Promise<void> | null = null
  let next: Promise<void> | null = null

  async function ask(): Promise<void> {
    await reached(await log.head(stream))
  }

  function catchUp(): Promise<void> {
    if (!asking) {
      asking = ask().finally(() => {
        asking = null
      })
      return asking
    }
    next ??= asking
      .catch(() => undefined)
      .then(() => {
        next = null
        return catchUp()
      })
    return next
  }

  return {
    ready,
    version: () => version,
    reached,
    catchUp,
    stop,
  }
}
