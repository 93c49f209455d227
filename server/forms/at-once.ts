/** Lets only so many pieces of work run at a time. */
export interface AtOnce {
  /** Runs the work when it is its turn; answers null at once where too many wait already. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T | null>
}

/** At most `most` at a time, with at most `waiting` behind them, in the order in which they came. */
export function atOnce(most: number, waiting: number): AtOnce {
  let running = 0
  const queue: (() => void)[] = []
  return {
    run: async (work) => {
      if (running >= most) {
        if (queue.length >= waiting) return null
        // Whoever has done hands its place on, so that nobody slips in between.
        await new Promise<void>((resolve) => queue.push(resolve))
      } else running += 1
      try {
        return await work()
      } finally {
        const next = queue.shift()
        if (next) next()
        else running -= 1
      }
    },
  }
}
