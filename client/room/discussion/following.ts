import { useSyncExternalStore } from 'react'

/** Where somebody stands to what is in focus, for each review, as long as this page lives. */
interface Following {
  /** They look at something else until they come back, or until nothing is in focus. */
  readonly elsewhere: boolean
  /** The last thing in focus that they were brought to or offered. */
  readonly seen: string | null
}

const nothing: Following = { elsewhere: false, seen: null }
const kept = new Map<string, Following>()
const listeners = new Set<() => void>()

/** Where one stands to what is in focus in a review. In a component. */
export function useFollowing(review: string): Following {
  return useSyncExternalStore(subscribe, () => followingOf(review))
}

export function followingOf(review: string): Following {
  return kept.get(review) ?? nothing
}

export function changeFollowing(review: string, next: Partial<Following>): void {
  kept.set(review, { ...followingOf(review), ...next })
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
