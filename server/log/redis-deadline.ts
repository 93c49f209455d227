/** When a line was last answered, on the clock of `performance.now()`; kept by whoever asks on it. */
export interface Answered {
  at: number
}

/**
 * Calls `giveUp` once `answer` was waited for so long and nothing else was answered meanwhile either: under load an
 * answer may take its time, but a line on which nothing comes any more leads nowhere.
 */
export async function withDeadline<T>(
  milliseconds: number,
  line: Answered,
  answer: Promise<T>,
  giveUp: () => void,
): Promise<T> {
  let settled = false
  let timer = setTimeout(look, milliseconds)

  function look(): void {
    // After a pause of this very process its timers come first: what has arrived meanwhile is read before the verdict.
    setImmediate(() => {
      if (settled) return
      const left = line.at + milliseconds - performance.now()
      if (left <= 0) giveUp()
      else timer = setTimeout(look, left)
    })
  }

  try {
    return await answer
  } finally {
    settled = true
    line.at = performance.now()
    clearTimeout(timer)
  }
}
