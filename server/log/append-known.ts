import { setTimeout as pause } from 'node:timers/promises'
import type { AppendOutcome, Log, NewEntry } from './log.ts'

/** Long enough for a line that broke to be made anew, and short enough for a person to wait. */
const knownWithinMs = 2_000
const againMs = 100

/**
 * Appends, and where nobody knows whether that was written, asks the same again for two seconds: the same append tells. Only then is it
 * answered `unknown`.
 */
export async function appendKnown(
  log: Log,
  stream: string,
  expected: number,
  entries: readonly NewEntry[],
  options: Parameters<Log['append']>[3],
): Promise<AppendOutcome> {
  const until = performance.now() + knownWithinMs
  for (;;) {
    const outcome = await log.append(stream, expected, entries, options)
    if (outcome.kind !== 'unknown' || performance.now() > until) return outcome
    await pause(againMs)
  }
}
