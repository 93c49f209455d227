/** How a piece of work ended: done, or not begun, because of too much else of the `same` one's or of `all`, or because nobody waits. */
export type Ended = 'done' | 'same' | 'all' | 'left'

/** Lets only so many pieces of work run at a time. */
export interface AtOnce {
  /**
   * Runs the work when it is its turn: of each one's a single piece at a time, and a single one behind it. Answers at once where
   * more wait than may. What nobody waits for any more, by its signal, gives up its place.
   */
  readonly run: (whose: string, leaving: AbortSignal, work: () => Promise<void>) => Promise<Ended>
}

/** At most `most` at a time, with at most `waiting` behind them, in the order in which they came. */
export function atOnce(most: number, waiting: number): AtOnce {
  const running = new Set<string>()
  const queue: { readonly whose: string; readonly begin: () => void }[] = []

  /** Whoever has done hands its place on, so that nobody slips in between. */
  function handOn(): void {
    const at = queue.findIndex(({ whose }) => !running.has(whose))
    const [next] = at < 0 ? [] : queue.splice(at, 1)
    if (!next) return
    running.add(next.whose)
    next.begin()
  }

  /** Whether it came to be this one's turn before whoever asked left. */
  function turn(whose: string, leaving: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const left = (): void => {
        queue.splice(queue.indexOf(one), 1)
        resolve(false)
      }
      const begin = (): void => {
        leaving.removeEventListener('abort', left)
        resolve(true)
      }
      const one = { whose, begin }
      leaving.addEventListener('abort', left, { once: true })
      queue.push(one)
    })
  }

  return {
    run: async (whose, leaving, work) => {
      if (leaving.aborted) return 'left'
      if (running.has(whose) || running.size >= most) {
        if (queue.some((one) => one.whose === whose)) return 'same'
        if (queue.length >= waiting) return 'all'
        if (!(await turn(whose, leaving))) return 'left'
      } else running.add(whose)
      try {
        await work()
        return 'done'
      } finally {
        running.delete(whose)
        handOn()
      }
    },
  }
}
