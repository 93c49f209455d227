import { setTimeout as pause } from 'node:timers/promises'
import { closeSentences } from '../../shared/protocol/close-codes.ts'
import type { AppendOutcome, Given, Log, NewEntry } from '../log/log.ts'
import type { Replica } from './replica.ts'

interface Parts {
  readonly log: Log
  readonly stream: string
  readonly replica: Replica
  readonly id: () => string
  /** How long after an unknown outcome the same append is tried again. */
  readonly retryMs: number
  /** What an append left open cannot be learned: the document must be opened anew. */
  readonly onFailure: (error: unknown) => void
}

/** Appends to a document's stream what was judged on its served copy. `F` is whom an entry came from. */
export interface Appender<F> {
  /**
   * Appends what was judged at version `expected`, and by what it is given. Resolves once the served copy has what the outcome
   * says of this stream: after a conflict, what to judge on next.
   */
  readonly append: (
    expected: number,
    entries: readonly NewEntry[],
    judgedBy?: { readonly from: readonly F[]; readonly given: readonly Given[] },
  ) => Promise<AppendOutcome>
  /** Whether nobody knows if the last append was written. Until that is known, every other append is answered `unknown`. */
  readonly inDoubt: () => boolean
  /** Whom an entry came from that is being appended here. */
  readonly authorOf: (entry: { readonly id: string; readonly version: number }) => F | null
  readonly close: () => void
}

export function createAppender<F>({ log, stream, replica, id, retryMs, onFailure }: Parts): Appender<F> {
  const underWay = new Map<string, { readonly expected: number; readonly from: readonly F[] }>()
  const closed = new AbortController()
  /** Appends of which nobody knows whether they were written. */
  let doubts = 0

  async function attempt(write: () => Promise<AppendOutcome>): Promise<AppendOutcome> {
    const outcome = await write()
    if (outcome.kind === 'appended') await replica.reached(outcome.version)
    else if (outcome.kind === 'conflict' || outcome.kind === 'sealed') await replica.reached(outcome.at)
    return outcome
  }

  /** The same append again tells: same id, same expected version. */
  async function learn(write: () => Promise<AppendOutcome>): Promise<void> {
    try {
      do await pause(retryMs, undefined, { ref: false, signal: closed.signal })
      while ((await attempt(write)).kind === 'unknown')
    } catch (error) {
      if (!closed.signal.aborted) onFailure(error)
    }
  }

  return {
    async append(expected, entries, { from, given } = { from: [], given: [] }) {
      if (doubts > 0) return { kind: 'unknown', sentence: closeSentences.notSaved }
      const name = id()
      const write = () => log.append(stream, expected, entries, { id: name, given })
      underWay.set(name, { expected, from })
      const outcome = await attempt(write)
      if (outcome.kind !== 'unknown') underWay.delete(name)
      else {
        doubts += 1
        void learn(write).finally(() => {
          underWay.delete(name)
          doubts -= 1
        })
      }
      return outcome
    },
    inDoubt: () => doubts > 0,
    authorOf: ({ id: name, version }) => {
      const group = underWay.get(name)
      return group?.from[version - group.expected - 1] ?? null
    },
    close: () => closed.abort(),
  }
}
