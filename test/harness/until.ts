import { setTimeout as pause } from 'node:timers/promises'

/** Waits until something is so, asking again every few milliseconds; fails with what was waited for. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  withinMs = 20_000,
): Promise<void> {
  const end = Date.now() + withinMs
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited ${withinMs} ms for this, and it did not come: ${what}`)
    await pause(5)
  }
}
