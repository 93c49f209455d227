import { useSyncExternalStore } from 'react'

let said = { text: '', turn: 0 }
const listeners = new Set<() => void>()

/** Tells screen readers politely, without moving the focus. One sentence; the next one replaces it. */
export function announce(sentence: string): void {
  said = { text: sentence, turn: said.turn + 1 }
  for (const listener of listeners) listener()
}

/** The one place on a page from which announcements are read. The frame holds it. */
export function Announcements() {
  const { text, turn } = useSyncExternalStore(subscribe, current)
  // A repeated sentence is only read again when the text differs, so every second one ends in a space.
  return (
    <div className="visually-hidden" role="status" aria-live="polite" data-live-announcer="true">
      {turn % 2 === 0 ? text : `${text}\u00a0`}
    </div>
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function current(): typeof said {
  return said
}
