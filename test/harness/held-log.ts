import type { AppendOutcome, Log } from '../../server/log/log.ts'

export interface Holding {
  /** From now on appends wait here and do not reach the log. */
  hold(): void
  /** Lets the waiting appends go on, in order, and later ones pass. */
  release(): void
  /** Answers the waiting appends, and all later ones until `hold` or `release`, with an unknown outcome; none is written. */
  fail(sentence: string): void
  /** How many appends wait: poll this before saying that nobody has seen an edit. */
  held(): number
}

/** The same log with a hand on its commits, to see that nothing is shown or confirmed before it is durable. */
export function holdCommits<L extends Log>(log: L): L & Holding {
  type State = { kind: 'open' } | { kind: 'held' } | { kind: 'failing'; sentence: string }
  type Verdict = { kind: 'pass' } | Extract<AppendOutcome, { kind: 'unknown' }>
  let state: State = { kind: 'open' }
  let waiting: ((verdict: Verdict) => void)[] = []

  function settle(verdict: Verdict): void {
    const settled = waiting
    waiting = []
    for (const resolve of settled) resolve(verdict)
  }

  return {
    ...log,

    async append(stream, expected, entries, options) {
      if (state.kind === 'failing') return { kind: 'unknown', sentence: state.sentence }
      if (state.kind === 'held') {
        const verdict = await new Promise<Verdict>((resolve) => waiting.push(resolve))
        if (verdict.kind === 'unknown') return verdict
      }
      return log.append(stream, expected, entries, options)
    },

    hold() {
      state = { kind: 'held' }
    },

    release() {
      state = { kind: 'open' }
      settle({ kind: 'pass' })
    },

    fail(sentence) {
      state = { kind: 'failing', sentence }
      settle({ kind: 'unknown', sentence })
    },

    held() {
      return waiting.length
    },
  }
}
