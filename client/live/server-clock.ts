import { useSyncExternalStore } from 'react'
import { leftAt, type Clock } from '../../shared/competition/discussion.ts'

/** How many of the last messages tell how far the server's clock is from this device's. */
const heardOf = 10

/** How often a running clock is looked at, in milliseconds: often enough that no second is skipped. */
const lookEveryMs = 200

let heard: readonly number[] = []
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

/** Takes note of the server's time, as a message from it says, in milliseconds since 1970. */
export function hearServerTime(now: number): void {
  heard = [...heard, now - Date.now()].slice(-heardOf)
}

/**
 * The server's time, in milliseconds since 1970, as near as the way of its messages lets it be known. Of the last ones the one that
 * took the shortest time counts; this device's own time where none has come yet.
 */
export function serverNow(): number {
  return Date.now() + (heard.length === 0 ? 0 : Math.max(...heard))
}

/** Whole seconds left on a clock of the server's, below 0 once it has run out, live; null without a clock. In a component. */
export function useSecondsLeft(clock: Clock | null): number | null {
  return useSyncExternalStore(clock?.runsSince == null ? never : onTick, () =>
    clock === null ? null : Math.ceil(leftAt(clock, serverNow()) / 1_000),
  )
}

function onTick(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    for (const each of listeners) each()
  }, lookEveryMs)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function never(): () => void {
  return () => {}
}
