import { useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { columnOf } from '../../shared/form/fields.ts'
import { parseDocumentName } from '../../shared/protocol/names.ts'
import { onConnection, send, currentConnection } from './connection.ts'
import { openCopy, type CopyStatus, type DocumentCopy, type Stopped } from './document-copy.ts'
import { difference, type SetAside, type Unsaved } from './unsaved.ts'

/** A document as components see it. `doc` changes when a copy had to be given up: key what is bound to it with `copy`. */
export interface OpenDocument {
  readonly name: string
  readonly doc: Y.Doc
  /** Counts the copies; a new one starts from what the server has. */
  readonly copy: number
  readonly status: CopyStatus
  /** Why the last copy was closed, until it is dismissed or everything works again. */
  readonly stopped: Stopped | null
  /** What was typed here and did not count, as far as the server does not keep it yet. */
  readonly setAside: readonly SetAside[]
}

interface Entry {
  readonly name: string
  users: number
  copy: DocumentCopy
  shown: OpenDocument
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
      if (entry && entry.copy.status().waiting > 0) return
      anyListeners.delete(settle)
      resolve()
    }
    entries.get(name)?.copy.flush()
    anyListeners.add(settle)
    settle()
  })
}

/** Sends at once what was typed in any document and would go with its next group. */
export function flushDocuments(): void {
  for (const { copy } of entries.values()) copy.flush()
}

/** Puts away the sentence about a copy that was closed. */
export function dismissStopped(name: string): void {
  const entry = entries.get(name)
  if (entry) show(entry, { stopped: null })
}

/** Puts away something that did not count. */
export function dismissSetAside(name: string, item: SetAside): void {
  const entry = entries.get(name)
  if (entry) show(entry, { setAside: entry.shown.setAside.filter((candidate) => candidate !== item) })
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
  entry.copy.flush()
  clearTimeout(entry.leaving)
  entry.leaving = setTimeout(() => {
    if (entry.users > 0) return
    // What is no longer this person's to open will take nothing more.
    const closed = entry.shown.stopped?.reason === 'notFound'
    if (entry.copy.status().waiting > 0 && !closed) {
      putAwayLater(entry)
      return
    }
    entries.delete(entry.name)
    entry.copy.destroy()
    tellAll(entry)
  }, lingerMs)
}

function openEntry(name: string): Entry {
  const copy = copyFor(name)
  const shown: OpenDocument = {
    name,
    doc: copy.doc,
    copy: 1,
    status: copy.status(),
    stopped: null,
    setAside: [],
  }
  const entry: Entry = { name, users: 0, copy, shown, listeners: new Set(), leaving: undefined }
  entries.set(name, entry)
  return entry
}

function copyFor(name: string): DocumentCopy {
  const copy: DocumentCopy = openCopy(address, name, {
    changed: () => {
      const entry = entries.get(name)
      if (entry?.copy === copy) show(entry, { status: copy.status() })
    },
    stopped: (why) => {
      const entry = entries.get(name)
      if (entry?.copy === copy) onStopped(entry, why)
    },
  })
  return copy
}

function onStopped(entry: Entry, why: Stopped): void {
  show(entry, { stopped: why })
  if (why.reason === 'tooMany') setTimeout(() => entry.copy.resume(), lingerMs)
  if (why.reason === 'notFound' || keepsCopy.has(why.reason)) return
  replaceCopy(entry, why.at)
}

/** Gives the copy up for a fresh one, and sets aside what only the old one says. */
function replaceCopy(entry: Entry, at: number): void {
  const abandoned = entry.copy
  const unsaved = abandoned.unsaved()
  const fresh = copyFor(entry.name)
  entry.copy = fresh
  show(entry, { doc: fresh.doc, copy: entry.shown.copy + 1, status: fresh.status() })
  const compare = (): void => {
    if (entry.copy === fresh && !fresh.status().synced && fresh.status().line !== 'stopped') return
    anyListeners.delete(compare)
    setAside(entry, abandoned, fresh, unsaved, at)
    abandoned.destroy()
  }
  anyListeners.add(compare)
  compare()
}

function setAside(
  entry: Entry,
  abandoned: DocumentCopy,
  fresh: DocumentCopy,
  unsaved: readonly Unsaved[],
  at: number,
): void {
  const items = difference(abandoned.doc, fresh.doc, unsaved, at)
  if (items.length === 0) return
  show(entry, { setAside: [...entry.shown.setAside, ...items] })
  void keepOnServer(entry, items)
}

/** Texts are kept on the server for their author and staff, one after the other; what it does not take stays in this page's tray. */
async function keepOnServer(entry: Entry, items: readonly SetAside[]): Promise<void> {
  const key = parseDocumentName(entry.name)
  for (const item of items) {
    if (!key || item.key !== null) continue
    const field = columnOf(item.root)?.field ?? item.root
    const answer = await send({ kind: 'text.keep', review: key.review, field, text: item.text })
    if ('done' in answer) dismissSetAside(entry.name, item)
  }
}

function show(entry: Entry, next: Partial<OpenDocument>): void {
  entry.shown = { ...entry.shown, ...next }
  tellAll(entry)
}

function tellAll(entry: Entry): void {
  for (const listener of entry.listeners) listener()
  for (const listener of anyListeners) listener()
}

// A new view says what may be read now, and that somebody is signed in: what was closed for want of that is tried again.
let lastView = currentConnection().view
onConnection(() => {
  const { view } = currentConnection()
  if (view === lastView) return
  lastView = view
  for (const entry of entries.values()) if (entry.users > 0) tryAgain(entry)
})

function tryAgain(entry: Entry): void {
  if (entry.copy.status().line !== 'stopped') return
  const reason = entry.shown.stopped?.reason
  if (reason === 'signedOut') entry.copy.resume()
  else if (reason === 'notFound') replaceCopy(entry, Date.now())
}
