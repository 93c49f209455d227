import { useSyncExternalStore } from 'react'

/** What somebody who is new is told once, where it is needed; in the order in which it is. */
export const hints = {
  points: 'Type a number. Enter writes it.',
  comments: 'Only you can see this until you say ready.',
  reading: 'Select text to highlight it or cite its page.',
} as const

export type HintName = keyof typeof hints

const names = Object.keys(hints).filter(isHint)
const listeners = new Set<() => void>()

/** The one hint that a person is shown on this device now: the first that they have not put away, or null. */
export function useHint(person: string): HintName | null {
  const away = useSyncExternalStore(subscribe, () => localStorage.getItem(keyOf(person)) ?? '')
  return names.find((name) => !away.split(' ').includes(name)) ?? null
}

/** Puts a hint away for good, for this person on this device. */
export function putAway(person: string, name: HintName): void {
  const before = localStorage.getItem(keyOf(person)) ?? ''
  if (before.split(' ').includes(name)) return
  localStorage.setItem(keyOf(person), `${before} ${name}`.trim())
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function keyOf(person: string): string {
  return `panelroom.hints.${person}`
}

function isHint(name: string): name is HintName {
  return name in hints
}
