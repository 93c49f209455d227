import { useSyncExternalStore } from 'react'
import { currentConnection, onConnection } from './connection.ts'
import { holdDocument, type HeldDocument, type OpenDocument } from './held-document.ts'

export type { OpenDocument } from './held-document.ts'

interface Entry {
  readonly held: HeldDocument
  users: number
  readonly listeners: Set<() => void>
  leaving: ReturnType<typeof setTimeout> | undefined
}

const entries = new Map<string, Entry>()
const anyListeners = new Set<() => void>()

/**
 * A document, shared by all components of the page that name it, or null until it is open (and for a null name). It is put away
 * a while after the last of them has gone, and never while something in it is not on the server.
 */
export function useDocument(name: string | null): OpenDocument | null {
  return useSyncExternalStore(name === null ? subscribeToNothing : subscriptionTo(name), () =>
    name === null ? null : (entries.get(name)?.held.shown() ?? null),
  )
}

/** Every document that is open on this page. */
export function openDocuments(): readonly OpenDocument[] {
  return [...entries.values()].map(({ held }) => held.shown())
}

/** How many edits of all documents the server has not confirmed. */
export function waitingEdits(): number {
  return [...entries.values()].reduce((sum, { held }) => sum + held.waiting(), 0)
}

/** Whether a document holds something that is neither on the server nor on this device. */
export function anyUnsavedOnlyHere(): boolean {
  return [...entries.values()].some(({ held }) => held.isOnlyHere())
}

/** Tells of every change to any of them. */
export function onDocuments(listener: () => void): () => void {
  anyListeners.add(listener)
  return () => anyListeners.delete(listener)
}

/**
 * Sends what was typed and resolves once nothing of it waits; without a line it waits. `confirmed`: all of it is on the server.
 * `refused`: the copy that it was typed in was given up meanwhile, and what the server lacks of it did not count.
 */
export function whenSaved(name: string): Promise<'confirmed' | 'refused'> {
  const before = entries.get(name)?.held.shown().copy
  return new Promise((resolve) => {
    const settle = (): void => {
      const held = entries.get(name)?.held
      if (held?.holdsAnything()) return
      anyListeners.delete(settle)
      resolve(held === undefined || held.shown().copy === before ? 'confirmed' : 'refused')
    }
    entries.get(name)?.held.flush()
    anyListeners.add(settle)
    settle()
  })
}

/**
 * Writes at once what is being typed: a number in its field into its document, what would go with the next group to the server, and
 * what would be kept soon on this device.
 */
export function flushDocuments(): void {
  // Leaving a field is what writes a number that is still being typed.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  keepDocuments()
  for (const { held } of entries.values()) held.flush()
}

/** Writes at once what would be kept soon on this device. */
export function keepDocuments(): void {
  for (const { held } of entries.values()) held.keep()
}

/** Puts away the sentence about a copy that was closed. */
export function dismissStopped(name: string): void {
  entries.get(name)?.held.dismissStopped()
}

/** Opens a document that no component asks for, until the returned function is called. */
export function holdOpen(name: string): () => void {
  return subscriptionTo(name)(() => undefined)
}

/** Takes over what closed tabs left of a document on this device, where it is open. */
export async function takeOverLeft(name: string): Promise<void> {
  await entries.get(name)?.held.takeOverLeft()
}

const subscriptions = new Map<string, (listener: () => void) => () => void>()

function subscriptionTo(name: string): (listener: () => void) => () => void {
  const known = subscriptions.get(name)
  if (known) return known
  const subscribe = (listener: () => void): (() => void) => {
    const entry = entries.get(name) ?? open(name)
    clearTimeout(entry.leaving)
    entry.users += 1
    entry.listeners.add(listener)
    // What was closed while nobody looked may be open again by now.
    if (entry.users === 1) entry.held.tryAgain()
    return () => {
      entry.users -= 1
      entry.listeners.delete(listener)
      if (entry.users === 0) putAwayLater(name, entry)
    }
  }
  subscriptions.set(name, subscribe)
  return subscribe
}

function subscribeToNothing(): () => void {
  return () => undefined
}

function open(name: string): Entry {
  const listeners = new Set<() => void>()
  const held = holdDocument(name, currentConnection().view?.me.person ?? '', () => tell(listeners))
  const entry: Entry = { held, users: 0, listeners, leaving: undefined }
  entries.set(name, entry)
  return entry
}

/** Long enough to go from one page of a review to another on the same copy. */
const lingerMs = 5_000

function putAwayLater(name: string, entry: Entry): void {
  entry.held.flush()
  clearTimeout(entry.leaving)
  entry.leaving = setTimeout(() => {
    if (entry.users > 0) return
    if (entry.held.holdsAnything()) {
      putAwayLater(name, entry)
      return
    }
    entries.delete(name)
    entry.held.close()
    tell(entry.listeners)
  }, lingerMs)
}

function tell(listeners: ReadonlySet<() => void>): void {
  for (const listener of listeners) listener()
  for (const listener of anyListeners) listener()
}

let before = currentConnection()
onConnection(() => {
  const now = currentConnection()
  const was = before
  before = now
  if (now.other !== null && was.other === null) pauseAll()
  if (now.other === null && was.other !== null) for (const { held } of entries.values()) held.resume()
  // A new view says what may be read now, and that somebody is signed in: what was closed for want of that is tried again.
  if (now.view === was.view) return
  for (const { held, users } of entries.values()) if (users > 0 || held.holdsAnything()) held.tryAgain()
})

/** Somebody else is signed in here: nothing of this page is theirs. */
function pauseAll(): void {
  flushDocuments()
  for (const { held } of entries.values()) held.pause()
}
