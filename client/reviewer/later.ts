import { useEffect, useSyncExternalStore } from 'react'

/** A part of the product that is not needed for the first row, and comes after it. */
export interface Later<Part> {
  /** Begins to load it, once. */
  readonly load: () => void
  /** The part, or null while it is on its way; whoever asks needs it now. */
  readonly use: () => Part | null
}

/** How long after a failure it is tried again, in milliseconds: there may be no line. */
const againMs = 3_000

/** Loads a part when it is asked for, and until then leaves the line to what is needed first. */
export function later<Part>(get: () => Promise<Part>): Later<Part> {
  let part: Part | null = null
  let begun = false
  const listeners = new Set<() => void>()
  const load = (): void => {
    if (begun) return
    begun = true
    get().then(
      (loaded) => {
        part = loaded
        for (const listener of listeners) listener()
      },
      () => {
        begun = false
        setTimeout(load, againMs)
      },
    )
  }
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return {
    load,
    use: () => {
      useEffect(load, [])
      return useSyncExternalStore(subscribe, () => part)
    },
  }
}
