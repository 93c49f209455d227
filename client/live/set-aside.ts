import { useSyncExternalStore } from 'react'
import type { CloseReason } from '../../shared/protocol/close-codes.ts'
import { parseDocumentName } from '../../shared/protocol/names.ts'
import { currentConnection, onConnection, send, type Connection } from './connection.ts'
import type { Uncounted } from './unsaved.ts'

/** What was typed here, did not count, and is not on the server yet: it is sent to be kept there until that is done. */
export interface SetAside extends Uncounted {
  readonly review: string
  /** In milliseconds since 1970, by this computer's clock. */
  readonly at: number
  readonly why: CloseReason
  /** Came from a tab that is gone, which may have sent it before that. */
  readonly left: boolean
  /** Why the server does not keep it, as a sentence; null while that is not known. */
  readonly refused: string | null
  /** Whether it is to be sent, again or for the first time. */
  readonly due: boolean
  /** Whether why it was refused may pass. */
  readonly again: boolean
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

/** Between two that are sent, in milliseconds: within what the server takes of one person in a second, with room for commands. */
const paceMs = 125
/** How often in a row "too much at once" is waited for before it is said, and how long each time, in milliseconds. */
const quietly = 3
const quietMs = 1_500
/** How long after a refusal that may pass it is tried again, in milliseconds. */
const againMs = 5_000
const mayPass: ReadonlySet<string> = new Set(['not-saved', 'too-many'])

/** Sets aside what a copy of a document said in vain, and sends it to the server to be kept. */
export function setAside(
  document: string,
  found: readonly Uncounted[],
  { at, why, left }: Pick<SetAside, 'at' | 'why' | 'left'>,
  resting: Resting,
): void {
  const key = parseDocumentName(document)
  const { view } = currentConnection()
  // What was typed in a rehearsal that is over is of no review any more.
  const over = view !== null && key?.competition !== view.competition.id
  if (!key || over || found.length === 0) return resting.forget()
  const items = found.map(
    (item): SetAside => ({
      ...item,
      review: key.review,
      at,
      why,
      left,
      refused: null,
      due: true,
      again: false,
    }),
  )
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

/** How many things of it are on their way to the server or were refused, without the one that is being sent, which is a command. */
export function waitingSetAside(): number {
  return shown.length - (underWay !== null && shown.includes(underWay) ? 1 : 0)
}

/** Puts something away that the server does not keep. */
export function dismissSetAside(item: SetAside): void {
  replace(item, null)
}

let sending = false
let underWay: SetAside | null = null
/** How often in a row the server has said that it was too much at once. */
let tooOften = 0
let timer: ReturnType<typeof setTimeout> | undefined

/** One after the other: together they would be too many at once. */
async function sendAll(): Promise<void> {
  if (sending) return
  sending = true
  for (let item = nextToSend(); item; item = nextToSend()) {
    await sendOne(item)
    await pause(tooOften > 0 && tooOften <= quietly ? quietMs : paceMs)
  }
  sending = false
}

function nextToSend(): SetAside | undefined {
  return shown.find(({ due }) => due)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

async function sendOne(item: SetAside): Promise<void> {
  const { review, field, text, why } = item
  if (item.left && isKeptThere(item)) return replace(item, null)
  underWay = item
  const answer = await send({ kind: 'text.keep', review, field, text, why })
  underWay = null
  tooOften = 'refused' in answer && answer.refused === 'too-many' ? tooOften + 1 : 0
  if ('done' in answer) return replace(item, null)
  if (tooOften > 0 && tooOften <= quietly) return
  const again = isPassing(answer.refused, currentConnection())
  replace(item, { ...item, refused: answer.sentence, due: false, again })
  if (!again) return
  clearTimeout(timer)
  timer = setTimeout(tryAgain, againMs)
}

/** Whether why something was refused may pass by itself: that it is not theirs does, where nobody or somebody else is signed in. */
export function isPassing(
  refused: string,
  { signedOut, other }: Pick<Connection, 'signedOut' | 'other'>,
): boolean {
  return mayPass.has(refused) || (refused === 'not-yours' && (signedOut !== null || other !== null))
}

/** Not to be asked of what was typed here: a piece of the list that was put in again, in vain, is another one. */
function isKeptThere({ review, field, text }: SetAside): boolean {
  const { view } = currentConnection()
  const kept = view?.reviews.find(({ id }) => id === review)?.mine?.notCounted ?? []
  return kept.some((piece) => piece.field === field && piece.text === text)
}

function tryAgain(): void {
  for (const item of shown) if (item.again) replace(item, { ...item, due: true, again: false })
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
