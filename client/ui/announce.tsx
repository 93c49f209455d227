import { useSyncExternalStore } from 'react'

/** How long sentences are collected before they are read out, in milliseconds: of two in a row the second would cut off the first. */
const togetherMs = 300

let said = { text: '', turn: 0 }
let waiting: readonly string[] = []
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

/** Tells screen readers politely, without moving the focus; together with what else is said within a moment, and each once. */
export function announce(sentence: string): void {
  if (!waiting.includes(sentence)) waiting = [...waiting, sentence]
  timer ??= setTimeout(() => {
    said = { text: waiting.join(' '), turn: said.turn + 1 }
    waiting = []
    timer = undefined
    for (const listener of listeners) listener()
  }, togetherMs)
}

/** The one place on a page from which announcements are read. The frame holds it. */
export function Announcements() {
  const { text, turn } = useSyncExternalStore(onAnnouncement, announced)
  // A repeated sentence is only read again when the text differs, so every second one ends in a space.
  return (
    <div className="visually-hidden" role="status" aria-live="polite" data-live-announcer="true">
      {turn % 2 === 0 ? text : `${text}\u00a0`}
    </div>
  )
}

/** Calls back at each announcement. */
export function onAnnouncement(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The last announcement; `turn` counts them. */
export function announced(): { readonly text: string; readonly turn: number } {
  return said
}
