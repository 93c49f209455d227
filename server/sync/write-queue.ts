import type { Person } from '../../shared/competition/setup.ts'
import { closeSentences } from '../../shared/protocol/close-codes.ts'
import type { Decided } from '../journal/decided.ts'
import { LogFailed } from '../log/log-errors.ts'
import type { Given } from '../log/log.ts'
import type { Appender } from './appender.ts'
import type { Candidate, Judging } from './candidate.ts'
import { encodeEntry } from './entry.ts'
import type { Verdict } from './gate.ts'
import { refuse, type Refused } from './refused.ts'
import type { WritingRules } from './writing-rules.ts'

/** Who writes: a socket, as the queue sees it. */
export interface Writer {
  readonly person: Person
  /** Tells the person why and closes. Nothing of this writer is dealt with after it. */
  readonly refuse: (refused: Refused) => void
  readonly isRefused: () => boolean
  /** Everything up to the writer's message of this number is durable. */
  readonly saved: (number: number) => void
}

/** What waits, in the order in which it came. */
type Waiting<W> =
  /** `early`: sent before the writer answered what the server asks at the start; it may build on what that answer brings. */
  | { readonly kind: 'update'; readonly from: W; readonly update: Uint8Array; readonly early: boolean }
  | { readonly kind: 'saved'; readonly from: W; readonly number: number }
  | { readonly kind: 'hold'; readonly reached: (held: boolean) => void; readonly released: Promise<void> }

type Frame<W> = Exclude<Waiting<W>, { kind: 'hold' }>
/** Passed over is what came early and builds on something unknown: the writer's answer brings both. */
type Judged<W> = { readonly frame: Frame<W>; readonly verdict: Verdict | { readonly kind: 'passedOver' } }

/** What a verdict holds for. */
interface JudgedAt {
  readonly version: number
  readonly given: readonly Given[]
}

interface Parts<W> {
  readonly candidate: Candidate
  readonly appender: Appender<W>
  readonly rules: WritingRules
  /** What the rules go by. */
  readonly decided: Decided
  /** The version that is served. */
  readonly version: () => number
  /** Resolves once all that the log holds of the document is served. */
  readonly catchUp: () => Promise<void>
  /** An update could not be judged, which is a fault of this program. Its writer is refused; all others go on. */
  readonly onFault: (error: unknown) => void
  /** The queue has stopped: its writers must be told, and the document opened anew. */
  readonly onFailure: (error: unknown) => void
}

export interface WriteQueue<W> {
  readonly push: (waiting: Waiting<W>) => void
  /** Resolves when all that came before is dealt with; until the release is called, nothing that comes after is judged. */
  readonly hold: () => Promise<() => void>
  /** Resolves when all that has come so far is dealt with. */
  readonly settled: () => Promise<void>
}

/**
 * The one order in which a document is written. What queued while the last append ran is judged on top of each other and appended
 * as one group, at the version it was judged at and by the decisions it was judged by; where another node was faster with either,
 * it is judged again.
 */
export function createWriteQueue<W extends Writer>(parts: Parts<W>): WriteQueue<W> {
  const { candidate, appender, rules, decided, version, catchUp, onFault, onFailure } = parts
  const queue: Waiting<W>[] = []
  /** Writers of whom something was passed over that their answer has not brought yet. */
  const owing = new WeakSet<W>()
  let working = false
  let failed = false

  function push(waiting: Waiting<W>): void {
    if (failed) return abandon(waiting)
    queue.push(waiting)
    if (!working) void work()
  }

  async function work(): Promise<void> {
    working = true
    try {
      for (let next = queue.shift(); next; next = queue.shift()) {
        if (next.kind === 'hold') {
          next.reached(!appender.inDoubt())
          await next.released
        } else await settle([next, ...takeFrames()])
      }
    } catch (error) {
      failed = true
      queue.splice(0).forEach(abandon)
      onFailure(error)
    }
    working = false
  }

  function abandon(waiting: Waiting<W>): void {
    if (waiting.kind === 'hold') waiting.reached(false)
  }

  /** What has queued up to the next hold. */
  function takeFrames(): Frame<W>[] {
    const end = queue.findIndex(({ kind }) => kind === 'hold')
    const taken = queue.splice(0, end === -1 ? queue.length : end)
    return taken.filter((waiting) => waiting.kind !== 'hold')
  }

  async function settle(frames: readonly Frame<W>[]): Promise<void> {
    for (;;) {
      const judgedAt = { version: version(), given: decided.given() }
      const judged = judgeAll(frames)
      const refusing = judged.some(({ verdict }) => verdict.kind === 'refused')
      // What looks like a gap, a stranger or a closed door here may be well known to the log.
      const outcome = refusing && !(await wasLatest(judgedAt)) ? 'again' : await appendAll(judgedAt, judged)
      if (outcome === null) return conclude(judged)
      candidate.drop()
      // What the others sent was judged on top of what is not there now: they are judged again without it.
      if (outcome !== 'again') refuseAccepted(judged, outcome)
    }
  }

  function refuseAccepted(judged: readonly Judged<W>[], why: Refused): void {
    for (const { frame, verdict } of judged) if (verdict.kind === 'accepted') frame.from.refuse(why)
  }

  /** Whether nothing has been written or decided since; resolves once all of it is known here. */
  async function wasLatest(judgedAt: JudgedAt): Promise<boolean> {
    await Promise.all([catchUp(), decided.catchUp()])
    const now = decided.given()
    return (
      version() === judgedAt.version &&
      judgedAt.given.every((given, at) => given.version === now[at]?.version)
    )
  }

  function judgeAll(frames: readonly Frame<W>[]): Judged<W>[] {
    const judge = candidate.start()
    const refused = new Set<W>()
    return frames.flatMap((frame): Judged<W>[] => {
      const { from } = frame
      if (refused.has(from) || from.isRefused()) return []
      if (frame.kind === 'saved') return [{ frame, verdict: { kind: 'nothing' } }]
      const verdict = judgeOne(judge, from, frame.update)
      if (verdict.kind !== 'refused') return [{ frame, verdict }]
      if (frame.early && verdict.reason === 'unusableCopy')
        return [{ frame, verdict: { kind: 'passedOver' } }]
      refused.add(from)
      return [{ frame, verdict }]
    })
  }

  function judgeOne(judge: Judging, from: W, update: Uint8Array): Verdict {
    try {
      return judge(update, rules.of(from.person), rules.mostBytes())
    } catch (error) {
      onFault(error)
      return refuse('malformed')
    }
  }

  /** Appends what was accepted. Answers how to refuse it where that cannot be, or that it must be judged again. */
  async function appendAll(
    judgedAt: JudgedAt,
    judged: readonly Judged<W>[],
  ): Promise<Refused | 'again' | null> {
    const writers: W[] = []
    const entries = judged.flatMap(({ frame: { from }, verdict }) => {
      if (verdict.kind !== 'accepted') return []
      writers.push(from)
      return [{ bytes: encodeEntry({ author: from.person.id, update: verdict.update }) }]
    })
    if (entries.length === 0) return null
    const outcome = await appender.append(judgedAt.version, entries, { from: writers, given: judgedAt.given })
    if (outcome.kind === 'appended') return null
    if (outcome.kind === 'conflict') return 'again'
    if (outcome.kind === 'moved') {
      await decided.reached(outcome.at)
      return 'again'
    }
    return refuse(outcome.kind === 'sealed' ? 'readOnly' : 'notSaved')
  }

  function conclude(judged: readonly Judged<W>[]): void {
    for (const { frame, verdict } of judged) {
      const { from } = frame
      if (from.isRefused()) continue
      if (verdict.kind === 'refused') from.refuse(verdict)
      else if (verdict.kind === 'passedOver') owing.add(from)
      else if (frame.kind === 'update' && !frame.early) owing.delete(from)
      else if (frame.kind === 'saved' && !owing.has(from)) from.saved(frame.number)
    }
  }

  function hold(): Promise<() => void> {
    const { promise: released, resolve: release } = Promise.withResolvers<void>()
    return new Promise((resolve, reject) => {
      const reached = (held: boolean): void => {
        if (held) return resolve(release)
        release()
        reject(new LogFailed(closeSentences.notSaved))
      }
      push({ kind: 'hold', reached, released })
    })
  }

  return {
    push,
    hold,
    settled: () =>
      new Promise((resolve) => push({ kind: 'hold', reached: () => resolve(), released: Promise.resolve() })),
  }
}
