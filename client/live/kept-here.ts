import { useSyncExternalStore } from 'react'
import { currentConnection, onConnection } from './connection.ts'
import { canKeep, removeAllOf } from './kept-records.ts'
import { onTabs } from './session-news.ts'

/**
 * Whether what is not confirmed is kept on this device, for the person whose page this is. `cannot`: this browser keeps nothing.
 * Off until somebody turns it on; remembered per person.
 */
export type KeepsHere = 'off' | 'on' | 'cannot'

let keeps: KeepsHere = 'off'
/** The person for whom it was looked up. */
let lookedUpFor: string | null = null
/** Since they signed out in this browser, nothing of theirs is written here until they are back. */
let left = false
const listeners = new Set<() => void>()

/** Whether to keep, now. */
export function keepsHere(): boolean {
  return keeps === 'on' && !left
}

/** Whether what was kept before may stay: it may where nothing more can be written, and may not where that was not wanted. */
export function mayLieHere(): boolean {
  return keeps !== 'off' && !left
}

export function onKeepsHere(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useKeepsHere(): KeepsHere {
  return useSyncExternalStore(onKeepsHere, () => keeps)
}

/** Turns it on, or off: then all that is kept here for this person is taken away. */
export async function setKeepsHere(on: boolean): Promise<void> {
  const person = personHere()
  if (person === null) return
  become(on ? 'on' : 'off')
  if (!on) {
    remember(person, false)
    await removeAllOf(person)
  } else if (await canKeep()) remember(person, true)
  else become('cannot')
}

/** Something could not be written here: from now on nothing counts as kept. What lies here already stays. */
export function keepingFailed(error: unknown): void {
  reportError(error)
  become('cannot')
}

const atWork = new Set<Promise<unknown>>()

/** Remembers work at this device until it is over. */
export function atThisDevice<Result>(work: Promise<Result>): Promise<Result> {
  const over = (): unknown => atWork.delete(work)
  atWork.add(work)
  work.then(over, over)
  return work
}

/**
 * Takes away all that is kept here for the person who signs out, also where nothing more could be written lately. That it was
 * turned on stays remembered. Resolves with whether nothing of it is left.
 */
export async function forgetHere(): Promise<boolean> {
  const person = personHere()
  if (person === null) return true
  setLeft(true)
  // What is being written this moment would come to lie here after the rest has been taken away.
  await Promise.allSettled(atWork)
  // Where there is no place to keep anything there is nothing to take away.
  if (!(await canKeep())) return true
  return removeAllOf(person).then(
    () => true,
    (error: unknown) => {
      reportError(error)
      return false
    },
  )
}

function personHere(): string | null {
  return currentConnection().view?.me.person ?? null
}

function become(next: KeepsHere): void {
  if (next === keeps) return
  keeps = next
  tell()
}

function setLeft(next: boolean): void {
  if (next === left) return
  left = next
  tell()
}

function tell(): void {
  for (const listener of listeners) listener()
}

function settingOf(person: string): string {
  return `panelroom keeps unsent ${person}`
}

function remember(person: string, on: boolean): void {
  if (on) localStorage.setItem(settingOf(person), 'on')
  else localStorage.removeItem(settingOf(person))
}

/** Reads what was remembered. Where this browser refuses that, nothing was. */
function look(): void {
  const person = personHere()
  if (person === null) return
  lookedUpFor = person
  try {
    become(localStorage.getItem(settingOf(person)) === 'on' ? 'on' : 'off')
  } catch {
    become('cannot')
  }
}

let wasSignedOut = false
onConnection(() => {
  const { view, signedOut } = currentConnection()
  if (wasSignedOut && signedOut === null) setLeft(false)
  wasSignedOut = signedOut !== null
  if (view && view.me.person !== lookedUpFor) look()
})
onTabs(({ is, person }) => {
  if (is === 'signedOut' && person === personHere()) setLeft(true)
})
addEventListener('storage', ({ key }) => {
  if (lookedUpFor !== null && key === settingOf(lookedUpFor)) look()
})
