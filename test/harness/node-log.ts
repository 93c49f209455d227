import { LogFailed } from '../../server/log/log-errors.ts'
import type { AppendOutcome, Log, OnEntries } from '../../server/log/log.ts'

type Which = (stream: string) => boolean

/** A hand on what one node has of a log that others write as well. */
export interface Reins {
  /** From now on nothing that is new in these streams reaches the node, which can still ask how far they go. */
  lag(which?: Which): void
  /** From now on appends to these streams wait here and do not reach the log. */
  hold(which?: Which): void
  /** From now on the outcome of appends to these streams is unknown: nothing is written, or only the answer gets lost. */
  lose(what: 'appends' | 'answers', which?: Which): void
  /** From now on the log does not answer about these streams: nothing can be read or written, and nothing new comes. */
  cut(which?: Which): void
  /** Hands over what came meanwhile, lets go on what waits, and answers again. */
  flow(): void
  /** How many appends to such streams wait. */
  held(which?: Which): number
  /** How often the node has asked how far a stream goes since it was last told to lag, to flow or that it is cut. */
  asked(): number
  /** How the node's appends to a stream came out so far. */
  outcomes(stream: string): readonly AppendOutcome['kind'][]
}

const every: Which = () => true
const none: Which = () => false

/** The streams of documents. */
export const documents: Which = (stream) => stream.startsWith('doc/')
/** The streams of decisions. */
export const journals: Which = (stream) => stream.startsWith('journal/')

/** The same log as one node among several has it. */
export function reined(log: Log): Log & Reins {
  let late = none
  let holding = none
  let away = none
  let losing: { readonly what: 'appends' | 'answers'; readonly which: Which } = {
    what: 'appends',
    which: none,
  }
  let asked = 0
  /** Deliveries in the order in which they came, and appends. */
  let waiting: { readonly stream: string; readonly goOn: () => void }[] = []
  let appends: { readonly stream: string; readonly goOn: () => void }[] = []
  const outcomes = new Map<string, AppendOutcome['kind'][]>()
  const unknown: AppendOutcome = { kind: 'unknown', sentence: 'The log does not answer.' }

  function requireAnswer(stream: string): void {
    if (away(stream)) throw new LogFailed('The log does not answer.')
  }

  function note(stream: string, outcome: AppendOutcome): AppendOutcome {
    outcomes.set(stream, [...(outcomes.get(stream) ?? []), outcome.kind])
    return outcome
  }

  return {
    ...log,

    async append(stream, expected, entries, options) {
      if (holding(stream)) await new Promise<void>((goOn) => appends.push({ stream, goOn }))
      const lost = losing.which(stream)
      if (away(stream) || (lost && losing.what === 'appends')) return note(stream, unknown)
      const outcome = await log.append(stream, expected, entries, options)
      return note(stream, lost ? unknown : outcome)
    },

    async read(stream, from, limit) {
      requireAnswer(stream)
      return log.read(stream, from, limit)
    },

    follow(stream, from, onEntries) {
      let ready = false
      let stopped = false
      const give: OnEntries = (entries, checkpoint) => {
        const goOn = (): void => {
          if (!stopped) onEntries(entries, checkpoint)
        }
        const behind = ready && (late(stream) || away(stream) || waiting.some((one) => one.stream === stream))
        if (behind) waiting.push({ stream, goOn })
        else goOn()
      }
      if (away(stream)) return { ready: Promise.reject(new LogFailed('The log does not answer.')), stop() {} }
      const following = log.follow(stream, from, give)
      return {
        ready: following.ready.then((version) => {
          ready = true
          return version
        }),
        stop() {
          stopped = true
          following.stop()
        },
      }
    },

    async checkpoint(stream, version, bytes) {
      requireAnswer(stream)
      return log.checkpoint(stream, version, bytes)
    },

    async head(stream) {
      asked += 1
      requireAnswer(stream)
      return log.head(stream)
    },

    async streams(prefix) {
      requireAnswer(prefix)
      return log.streams(prefix)
    },

    lag(which = every) {
      late = which
      asked = 0
    },

    hold(which = every) {
      holding = which
    },

    lose(what, which = every) {
      losing = { what, which }
    },

    cut(which = every) {
      away = which
      asked = 0
    },

    flow() {
      late = holding = away = none
      losing = { what: 'appends', which: none }
      asked = 0
      const [deliveries, held] = [waiting, appends]
      waiting = []
      appends = []
      for (const { goOn } of [...deliveries, ...held]) goOn()
    },

    held(which = every) {
      return appends.filter(({ stream }) => which(stream)).length
    },

    asked() {
      return asked
    },

    outcomes(stream) {
      return outcomes.get(stream) ?? []
    },
  }
}
