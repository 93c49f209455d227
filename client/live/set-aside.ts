import { useSyncExternalStore } from 'react'
import type { CloseReason } from '../../shared/protocol/close-codes.ts'
import { parseDocumentName } from '../../shared/protocol/names.ts'
import { currentConnection, onConnection, send } from './connection.ts'
import type { Uncounted } from './unsaved.ts'

/** What was typed here, did not count, and is not on the server yet: it is sent to be kept there until that is done. */
export interface SetAside extends Uncounted {
  readonly review: string
  /** In milliseconds since 1970, by this computer's clock. */
  readonly at: number
  readonly why: CloseReason
  /** Why the server does not keep it, as a sentence; null while that is not known. */
  readonly refused: string | null
}

/** Where what is set aside lies meanwhile. */
export interface Resting {
  readonly isKept: () => boolean
  /** Called once, when all of it is on the server or was put away. */
  readonly forget: () => void
}

interface Batch {
  readonly competition: string
  readonly resting: Resting
  readonly items: SetAside[]
}

let batches: readonly Batch[] = []
let shown: readonly SetAside[] = []
const listeners = new Set<() => void>()

/** How long after a refusal that may pass it is tried again, in milliseconds. */
const againMs = 5_000
const mayPass: ReadonlySet<string> = new Set(['not-saved', 'too-many', 'not-yours'])

/** Sets aside what a copy of a document said in vain, and sends it to the server to be kept. */
export function setAside(
  document: string,
  found: readonly Uncounted[],
  { at, why }: Pick<SetAside, 'at' | 'why'>,
  resting: Resting,
): void {
  const key = parseDocumentName(document)
  const { view } = currentConnection()
  // What was typed in a rehearsal that is over is of no review any more.
  const over = view !== null && key?.competition !== view.competition.id
  if (!key || over || found.length === 0) return resting.forget()
  const items = found.map((item): SetAside => ({ ...item, review: key.review, at, why, refused: null }))
  batches = [...batches, { competition: key.competition, resting, items }]
  tell()
  void sendAll()
}

/** Everything that is set aside on this page. */
export function allSetAside(): readonly SetAside[] {
  return shown
}

/** Whether anything of it is on this page alone: neither on the server nor on this device. */
export function anySetAsideOnlyHere(): boolean {
  return batches.some(({ resting }) => !resting.isKept())
}

export function onSetAside(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useSetAside(): readonly SetAside[] {
  return useSyncExternalStore(onSetAside, allSetAside)
}

/** Puts something away that the server does not keep. */
export function dismissSetAside(item: SetAside): void {
  replace(item, null)
}

let sending = false
let timer: ReturnType<typeof setTimeout> | undefined

/** One after the other: together they would be too many at once. */
async function sendAll(): Promise<void> {
  if (sending) return
  sending = true
  for (let item = nextToSend(); item; item = nextToSend()) await sendOne(item)
  sending = false
}

function nextToSend(): SetAside | undefined {
  return shown.find(({ refused }) => refused === null)
}

async function sendOne(item: SetAside): Promise<void> {
  const { review, field, text, why } = item
  if (isKeptThere(item)) return replace(item, null)
  const answer = await send({ kind: 'text.keep', review, field, text, why })
  if ('done' in answer) return replace(item, null)
  replace(item, { ...item, refused: answer.sentence })
  if (!mayPass.has(answer.refused)) return
  clearTimeout(timer)
  timer = setTimeout(tryAgain, againMs)
}

/** What was taken over from a browser that closed may have arrived before that. */
function isKeptThere({ review, field, text }: SetAside): boolean {
  const { view } = currentConnection()
  const kept = view?.reviews.find(({ id }) => id === review)?.mine?.notCounted ?? []
  return kept.some((piece) => piece.field === field && piece.text === text)
}

function tryAgain(): void {
  for (const item of shown) if (item.refused !== null) replace(item, { ...item, refused: null })
  void sendAll()
}

function replace(item: SetAside, by: SetAside | null): void {
  batches = batches.flatMap((batch) => {
    if (!batch.items.includes(item)) return [batch]
    const items = batch.items.flatMap((each) => (each === item ? (by ?? []) : each))
    if (items.length > 0) return [{ ...batch, items }]
    batch.resting.forget()
    return []
  })
  tell()
}

function tell(): void {
  shown = batches.flatMap(({ items }) => items)
  for (const listener of listeners) listener()
}

let before = currentConnection()
onConnection(() => {
  const now = currentConnection()
  const { competition: was } = before.view ?? {}
  const back = before.signedOut !== null && now.signedOut === null
  before = now
  if (was && now.view && was.id !== now.view.competition.id) startOver(now.view.competition.id)
  if (back) tryAgain()
})

function startOver(competition: string): void {
  const over = batches.filter((batch) => batch.competition !== competition)
  if (over.length === 0) return
  batches = batches.filter((batch) => batch.competition === competition)
  for (const { resting } of over) resting.forget()
  tell()
}
