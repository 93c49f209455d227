/** What is known of a line; kept by whoever asks on it. */
export interface Progress {
  /** When something last came on it, on the clock of `performance.now()`. */
  at: number
  /** How long it may take to send what was asked and is not answered yet. */
  sendingMs: number
}

export const noProgress = (): Progress => ({ at: 0, sendingMs: 0 })

/** Slower than this, a line that is being sent to counts as one that leads nowhere. */
const SENT_EACH_MS = 1024

/**
 * Calls `giveUp` once `answer` was waited for so long, on top of the time that it takes to send `bytes`, and nothing else came
 * meanwhile either: under load an answer may take its time, but a line on which nothing comes any more leads nowhere.
 */
export async function withDeadline<T>(
  milliseconds: number,
  line: Progress,
  bytes: number,
  answer: Promise<T>,
  giveUp: () => void,
): Promise<T> {
  const asked = performance.now()
  const sendingMs = bytes / SENT_EACH_MS
  line.sendingMs += sendingMs
  let settled = false
  let timer = setTimeout(look, milliseconds)

  function look(): void {
    // After a pause of this very process its timers come first: what has arrived meanwhile is read before the verdict.
    setImmediate(() => {
      if (settled) return
      const left = Math.max(line.at, asked) + milliseconds + line.sendingMs - performance.now()
      if (left <= 0) giveUp()
      else timer = setTimeout(look, left)
    })
  }

  try {
    return await answer
  } finally {
    settled = true
    line.at = performance.now()
    line.sendingMs -= sendingMs
    clearTimeout(timer)
  }
}
