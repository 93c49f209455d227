import { useSyncExternalStore } from 'react'
import * as Y from 'yjs'
import type { CloseReason } from '../../shared/protocol/close-codes.ts'
import { askAgain, currentConnection, onConnection } from './connection.ts'
import { openCopy, type CopyStatus, type DocumentCopy, type Stopped } from './document-copy.ts'
import { keepCopy, type Keeper } from './keeper.ts'
import type { KeptRecord } from './kept-records.ts'
import { setAside } from './set-aside.ts'
import { takeOverKept } from './taken-over.ts'
import { difference } from './unsaved.ts'

/** A document as components see it. `doc` changes when a copy had to be given up: key what is bound to it with `copy`. */
export interface OpenDocument {
  readonly name: string
  readonly doc: Y.Doc
  /** Counts the copies; a new one starts from what the server has. */
  readonly copy: number
  readonly status: CopyStatus
  /** Why the last copy was closed, until it is dismissed or everything works again. */
  readonly stopped: Stopped | null
}

/** A copy and what keeps it on this device. */
interface Held {
  readonly person: string
  readonly copy: DocumentCopy
  readonly keeper: Keeper
}

interface Entry {
  readonly name: string
  users: number
  held: Held
  shown: OpenDocument
  /** Copies that were given up and whose difference from the server's is not known yet. */
  givenUp: number
  readonly listeners: Set<() => void>
  leaving: ReturnType<typeof setTimeout> | undefined
}

const entries = new Map<string, Entry>()
const anyListeners = new Set<() => void>()
const address = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`

/** What is in a copy that no longer fits, or may not be written, is set aside; the rest can go on with the same copy. */
const keepsCopy: ReadonlySet<string> = new Set(['signedOut', 'tooMany', 'oldPage'])

/**
 * A document, shared by all components of the page that name it, or null until it is open (and for a null name). It is put away
 * a while after the last of them has gone, and never while something in it is not on the server.
 */
export function useDocument(name: string | null): OpenDocument | null {
  return useSyncExternalStore(name === null ? subscribeToNothing : subscriptionTo(name), () =>
    name === null ? null : (entries.get(name)?.shown ?? null),
  )
}

/** Every document that is open on this page. */
export function openDocuments(): readonly OpenDocument[] {
  return [...entries.values()].map(({ shown }) => shown)
}

/** Whether a document holds something that is neither on the server nor on this device. */
export function anyUnsavedOnlyHere(): boolean {
  return [...entries.values()].some(
    ({ held, givenUp }) => givenUp > 0 || (held.copy.status().waiting > 0 && !held.keeper.isKept()),
  )
}

/** Tells of every change to any of them. */
export function onDocuments(listener: () => void): () => void {
  anyListeners.add(listener)
  return () => anyListeners.delete(listener)
}

/** Sends what was typed and resolves once all of it is on the server; without a line it waits. */
export function whenSaved(name: string): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      const entry = entries.get(name)
      if (entry && entry.held.copy.status().waiting > 0) return
      anyListeners.delete(settle)
      resolve()
    }
    entries.get(name)?.held.copy.flush()
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
  for (const { held } of entries.values()) held.copy.flush()
}

/** Writes at once what would be kept soon on this device. */
export function keepDocuments(): void {
  for (const { held } of entries.values()) void held.keeper.write()
}

/** Puts away the sentence about a copy that was closed. */
export function dismissStopped(name: string): void {
  const entry = entries.get(name)
  if (entry) show(entry, { stopped: null })
}

/** Opens a document that no component asks for, until the returned function is called. */
export function holdOpen(name: string): () => void {
  return subscriptionTo(name)(() => undefined)
}

/** Takes over what closed tabs left of a document on this device, where it is open. */
export async function takeOverLeft(name: string): Promise<void> {
  const entry = entries.get(name)
  if (entry?.held.copy.status().synced)
    await takeOverKept(entry.held.person, name, (record) => takeIn(entry, record))
}

const subscriptions = new Map<string, (listener: () => void) => () => void>()

function subscriptionTo(name: string): (listener: () => void) => () => void {
  const known = subscriptions.get(name)
  if (known) return known
  const subscribe = (listener: () => void): (() => void) => {
    const entry = entries.get(name) ?? openEntry(name)
    clearTimeout(entry.leaving)
    entry.users += 1
    entry.listeners.add(listener)
    // What was closed while nobody looked may be open again by now.
    if (entry.users === 1) tryAgain(entry)
    return () => {
      entry.users -= 1
      entry.listeners.delete(listener)
      if (entry.users === 0) putAwayLater(entry)
    }
  }
  subscriptions.set(name, subscribe)
  return subscribe
}

function subscribeToNothing(): () => void {
  return () => undefined
}

/** Long enough to go from one page of a review to another on the same copy. */
const lingerMs = 5_000

function putAwayLater(entry: Entry): void {
  entry.held.copy.flush()
  clearTimeout(entry.leaving)
  entry.leaving = setTimeout(() => {
    if (entry.users > 0) return
    if (holdsAnything(entry)) {
      putAwayLater(entry)
      return
    }
    entries.delete(entry.name)
    letGo(entry.held)
    tellAll(entry)
  }, lingerMs)
}

function holdsAnything({ held, givenUp }: Entry): boolean {
  return held.copy.status().waiting > 0 || givenUp > 0
}

function letGo({ copy, keeper }: Held): void {
  keeper.forget()
  copy.destroy()
}

function openEntry(name: string): Entry {
  const held = copyFor(name)
  const { doc } = held.copy
  const shown: OpenDocument = { name, doc, copy: 1, status: held.copy.status(), stopped: null }
  const entry: Entry = {
    name,
    users: 0,
    held,
    shown,
    givenUp: 0,
    listeners: new Set(),
    leaving: undefined,
  }
  entries.set(name, entry)
  return entry
}

function copyFor(name: string): Held {
  const person = currentConnection().view?.me.person ?? ''
  const entryOf = (): Entry | undefined => {
    const entry = entries.get(name)
    return entry?.held.copy === copy ? entry : undefined
  }
  let syncedAt: number | null = null
  const copy: DocumentCopy = openCopy(address, name, person, {
    changed: () => {
      const entry = entryOf()
      if (!entry) return
      const status = copy.status()
      keeper.look()
      show(entry, { status })
      if (status.syncedAt === syncedAt) return
      syncedAt = status.syncedAt
      void takeOverLeft(name)
    },
    stopped: (why) => {
      const entry = entryOf()
      if (entry) onStopped(entry, why)
    },
  })
  const keeper = keepCopy(person, name, copy, () => {
    const entry = entries.get(name)
    if (entry) tellAll(entry)
  })
  return { person, copy, keeper }
}

/** Takes what a copy that is gone left behind into the one that is open; resolves once it may be forgotten there. */
async function takeIn({ held }: Entry, { update, fields }: KeptRecord): Promise<void> {
  held.copy.adopt(update, fields)
  await held.keeper.write()
}

function onStopped(entry: Entry, why: Stopped): void {
  show(entry, { stopped: why })
  if (why.reason === 'tooMany') setTimeout(() => entry.held.copy.resume(), lingerMs)
  // The session ended without a word on the other line, or is another person's now.
  const { signedOut, other } = currentConnection()
  if (why.reason === 'signedOut' && signedOut === null && other === null) askAgain()
  if (why.reason === 'notFound') shut(entry, why)
  else if (!keepsCopy.has(why.reason)) giveUp(entry, why)
}

/** Gives the copy up for a fresh one, and sets aside what only the old one says once the server's copy is here. */
function giveUp(entry: Entry, why: Stopped): void {
  const { copy, keeper } = entry.held
  const unsaved = copy.unsaved()
  keeper.giveUp()
  entry.givenUp += 1
  const compare = (): void => {
    const now = entry.held.copy
    const { synced, line } = now.status()
    const gone = line === 'stopped' && entry.shown.stopped?.reason === 'notFound'
    if (!synced && !gone) return
    anyListeners.delete(compare)
    setAside(entry.name, difference(copy.doc, synced ? now.doc : null, unsaved), toldBy(why), keeper)
    copy.destroy()
    entry.givenUp -= 1
    tellAll(entry)
  }
  anyListeners.add(compare)
  openAnew(entry)
}

/** What one may not read any more takes nothing more: all that the unconfirmed fields say is set aside. */
function shut(entry: Entry, why: Stopped): void {
  const { copy, person } = entry.held
  if (copy.status().waiting > 0) giveUp(entry, why)
  void takeOverKept(person, entry.name, ({ update, fields }) => {
    const left = new Y.Doc()
    Y.applyUpdate(left, update)
    const isKept = (): boolean => true
    return new Promise((forget) =>
      setAside(entry.name, difference(left, null, fields), toldBy(why), { isKept, forget }),
    )
  })
}

function toldBy({ at, reason }: Stopped): { readonly at: number; readonly why: CloseReason } {
  return { at, why: reason }
}

function openAnew(entry: Entry): void {
  entry.held = copyFor(entry.name)
  const { copy } = entry.held
  show(entry, { doc: copy.doc, copy: entry.shown.copy + 1, status: copy.status() })
}

function show(entry: Entry, next: Partial<OpenDocument>): void {
  entry.shown = { ...entry.shown, ...next }
  tellAll(entry)
}

function tellAll(entry: Entry): void {
  for (const listener of entry.listeners) listener()
  for (const listener of anyListeners) listener()
}

let before = currentConnection()
onConnection(() => {
  const now = currentConnection()
  const was = before
  before = now
  if (now.other !== null && was.other === null) pauseAll()
  if (now.other === null && was.other !== null) for (const { held } of entries.values()) held.copy.resume()
  // A new view says what may be read now, and that somebody is signed in: what was closed for want of that is tried again.
  if (now.view === was.view) return
  for (const entry of entries.values()) if (entry.users > 0 || holdsAnything(entry)) tryAgain(entry)
})

/** Somebody else is signed in here: nothing of this page is theirs. */
function pauseAll(): void {
  flushDocuments()
  for (const { held } of entries.values()) held.copy.pause()
}

function tryAgain(entry: Entry): void {
  const { copy } = entry.held
  if (copy.status().line !== 'stopped') return
  const reason = entry.shown.stopped?.reason
  if (reason === 'signedOut') copy.resume()
  else if (reason === 'notFound') {
    letGo(entry.held)
    openAnew(entry)
  }
}
