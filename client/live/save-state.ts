import { useEffect, useState, useSyncExternalStore } from 'react'
import type { ReviewView } from '../../shared/competition/view.ts'
import type { Save } from '../ui/save-status.tsx'
import { currentConnection, onConnection, useConnection, type Connection } from './connection.ts'
import {
  anyUnsavedOnlyHere,
  flushDocuments,
  keepDocuments,
  onDocuments,
  openDocuments,
  waitingEdits,
  type OpenDocument,
} from './documents.ts'
import { keepsHere, onKeepsHere } from './kept-here.ts'
import { anySetAsideOnlyHere, onSetAside, useSetAside, waitingSetAside } from './set-aside.ts'

/** How long the server may take to confirm before the page says that nothing is being saved, in milliseconds. */
const patienceMs = 10_000

export interface SaveSubject {
  /** The document that is written on this page, or null where the page has none. */
  readonly document: OpenDocument | null
  /** Another one that is written on it and that nothing but its own line keeps from being written. */
  readonly beside?: OpenDocument | null | undefined
  /** Why it cannot be written, as a sentence; null where it can. */
  readonly readOnly?: string | null | undefined
  readonly lock?: ReviewView['lock'] | undefined
}

/** What the foot line says of saving. What waits counts for all documents and commands of this page, so that none is forgotten. */
export function useSave({ document, beside = null, readOnly = null, lock = null }: SaveSubject): Save {
  const connection = useConnection()
  const waits = useSyncExternalStore(onWaiting, whatWaits)
  const late = useLate(waits.since)
  const waiting = waits.edits + connection.pending
  const kept = !useOnlyHere()
  const refused = useSetAside().find((item) => item.refused !== null)
  const trouble = troubleOf([document, beside], connection)
  if (trouble !== null) return { is: 'notSaved', ...trouble, waiting, kept }
  if (late && waits.since !== null)
    return { is: 'notSaved', since: waits.since, why: 'noAnswer', waiting, kept }
  if (refused) return { is: 'notSaved', since: refused.at, why: 'refused', waiting, kept }
  // Whoever writes beside what is closed has to know where that is.
  const writes = beside?.status.typedAt != null
  if (lock && !writes) return { is: 'locked', by: lock.by, at: lock.at }
  if (readOnly !== null && !writes) return { is: 'readOnly', sentence: readOnly }
  if (!document) return connection.viewAt === null ? { is: 'idle' } : { is: 'live', at: connection.viewAt }
  const { syncedAt } = document.status
  const { typedAt, savedAt, waiting: unsaved } = together(document, beside)
  if (typedAt === null) return syncedAt === null ? { is: 'idle' } : { is: 'live', at: syncedAt }
  if (unsaved === 0 && savedAt !== null) return { is: 'saved', typedAt, savedAt }
  return { is: 'typed', typedAt, savedAt: savedAt ?? undefined }
}

type Trouble = Pick<Extract<Save, { is: 'notSaved' }>, 'since' | 'why'>

/** Why nothing that is typed arrives at the moment, where that is known. */
function troubleOf(
  written: readonly (OpenDocument | null)[],
  { line, since, signedOut }: Connection,
): Trouble | null {
  const own = written.find((document) => document !== null && document.status.since !== null)?.status
  if (signedOut !== null && since !== null) return { since, why: 'signedOut' }
  if (own && own.since !== null) return { since: own.since, why: own.unable ? 'unable' : 'noLine' }
  return line === 'offline' && since !== null ? { since, why: 'noLine' } : null
}

/** When something was last typed and last reached the server in either of two documents, and how much of both waits. */
function together(document: OpenDocument, beside: OpenDocument | null) {
  const both = beside ? [document.status, beside.status] : [document.status]
  const latest = (times: readonly (number | null)[]): number | null =>
    times.reduce((last, time) => (time !== null && (last === null || time > last) ? time : last), null)
  return {
    typedAt: latest(both.map(({ typedAt }) => typedAt)),
    savedAt: latest(both.map(({ savedAt }) => savedAt)),
    waiting: both.reduce((sum, { waiting }) => sum + waiting, 0),
  }
}

interface Waits {
  readonly edits: number
  readonly since: number | null
}

let waits: Waits = { edits: 0, since: null }

/** What was typed and waits, also where it is set aside, and since when the oldest edit does; the same object while nothing changes. */
function whatWaits(): Waits {
  const all = openDocuments().map(({ status }) => status)
  const edits = waitingEdits() + waitingSetAside()
  const times = all.flatMap(({ waitingSince }) => (waitingSince === null ? [] : [waitingSince]))
  const since = times.length > 0 ? Math.min(...times) : null
  if (edits !== waits.edits || since !== waits.since) waits = { edits, since }
  return waits
}

/** True once the moment lies further back than anybody should wait. */
function useLate(moment: number | null): boolean {
  const [late, setLate] = useState<number | null>(null)
  useEffect(() => {
    if (moment === null) return
    const timer = setTimeout(() => setLate(moment), moment + patienceMs - Date.now())
    return () => clearTimeout(timer)
  }, [moment])
  return moment !== null && late === moment
}

/** Whether something on this page is neither on the server nor kept on this device. */
export function anythingOnlyHere(): boolean {
  return anyUnsavedOnlyHere() || anySetAsideOnlyHere() || currentConnection().pending > 0
}

/** The same, in a component. */
export function useOnlyHere(): boolean {
  return useSyncExternalStore(onWaiting, anythingOnlyHere)
}

/** How many edits, things set aside and commands of this page are not on the server, in a component. */
export function useWaiting(): number {
  return useSyncExternalStore(onWaiting, () => whatWaits().edits + currentConnection().pending)
}

function onWaiting(listener: () => void): () => void {
  const stops = [onDocuments, onConnection, onKeepsHere, onSetAside].map((on) => on(listener))
  return () => stops.forEach((stop) => stop())
}

let asks = true

/** Leaves the page as it is: what waits is to be lost. */
export function leaveWithoutAsking(): void {
  asks = false
}

/** Asks before the tab is closed while something in it is only here. Called once, by the page's start. */
export function guardLeaving(): void {
  let guarded = false
  onWaiting(() => {
    const needed = anythingOnlyHere() || keepsHere()
    if (needed === guarded) return
    guarded = needed
    // Only while it is needed: a page with this listener cannot be kept for going back to.
    if (needed) addEventListener('beforeunload', ask)
    else removeEventListener('beforeunload', ask)
  })
  addEventListener('pagehide', flushDocuments)
  document.addEventListener('visibilitychange', keepDocuments)
}

function ask(event: BeforeUnloadEvent): void {
  if (!asks) return
  // Later than this nothing new comes to lie on the device.
  if (keepsHere()) flushDocuments()
  if (anythingOnlyHere()) event.preventDefault()
}
