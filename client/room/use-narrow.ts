import { useSyncExternalStore } from 'react'

/** One column: a phone, or 200 percent zoom of a 1440 screen. The same border as in the columns' styles. */
const narrow = matchMedia('(max-width: 759px)')

/** Whether the page is one column wide, for pictures that hold less there. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches)
}

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener)
  return () => narrow.removeEventListener('change', listener)
}
