import { useSyncExternalStore } from 'react'
import type { MessageView } from '../../../shared/competition/discussion-view.ts'
import { limits } from '../../../shared/protocol/limits.ts'
import { send } from '../../live/connection.ts'
import {
  keepInTab,
  keyOf,
  leftInTab,
  nothing,
  rowsInTab,
  unsentOf,
  type Kept,
  type Outgoing,
  type Unsent,
} from './kept-messages.ts'

const kept = new Map<string, Kept>()
const listeners = new Set<() => void>()
let guarded = false

/** What somebody has typed on a row and not sent, and what is on its way. */
export interface Outbox extends Kept {
  readonly type: (draft: string) => void
  readonly reply: (to: number | null) => void
  /** Sends what is typed; answers whether that was anything, and not too long. */
  readonly send: (newest: number) => boolean
  readonly again: (key: number) => void
  readonly remove: (key: number) => void
  /** What seemed not to have gone is among the messages that were read. */
  readonly arrived: (key: number) => void
  /** Begins to change a message of one's own that says so much. */
  readonly edit: (message: number, was: string) => void
  readonly typeEdit: (message: number, text: string) => void
  /** The server has the change; what was typed after it stays to be saved. */
  readonly saved: (message: number, text: string) => void
  readonly endEdit: (message: number) => void
}

/** The outbox of a row, for whoever is signed in. In a component. */
export function useOutbox(review: string, row: string): Outbox {
  const at = keyOf(review, row)
  const now = useSyncExternalStore(subscribe, () => keptAt(at))
  return {
    ...now,
    // Typing draws nothing anew: the field holds its own text.
    type: (draft) => keep(at, { draft }),
    reply: (replyTo) => change(at, { replyTo }),
    send: (newest) => {
      const { draft, replyTo, outgoing } = keptAt(at)
      const text = draft.trim()
      if (text === '' || text.length > limits.reasonLength) return false
      const key = Math.max(0, ...outgoing.map((each) => each.key)) + 1
      const message: Outgoing = { key, text, replyTo, refused: null, after: newest, done: false }
      change(at, { draft: '', replyTo: null, outgoing: [...outgoing, message] })
      void carry(at, review, row, message)
      return true
    },
    again: (key) => {
      const message = keptAt(at).outgoing.find((each) => each.key === key)
      if (!message) return
      mark(at, key, { refused: null })
      void carry(at, review, row, message)
    },
    remove: (key) => change(at, { outgoing: keptAt(at).outgoing.filter((each) => each.key !== key) }),
    arrived: (key) => mark(at, key, { refused: null, done: true }),
    edit: (message, was) => change(at, edited(at, message, { was, text: was })),
    typeEdit: (message, text) => {
      const edit = keptAt(at).edits[message]
      if (edit) keep(at, edited(at, message, { ...edit, text }))
    },
    saved: (message, text) => {
      const edit = keptAt(at).edits[message]
      const after = edit && edit.text.trim() !== text ? { ...edit, was: text } : null
      change(at, edited(at, message, after))
    },
    endEdit: (message) => change(at, edited(at, message, null)),
  }
}

/** What one has typed to the panel on a review that is nowhere but in this tab, on all its rows. In a component. */
export function useUnsent(review: string): readonly Unsent[] {
  useSyncExternalStore(subscribe, () => turns)
  return rowsInTab(review).flatMap((row) => unsentOf(row, keptAt(keyOf(review, row))))
}

/** Puts something away that is not to be sent any more. */
export function putAway(review: string, { row, is, key }: Unsent): void {
  const at = keyOf(review, row)
  if (is === 'draft') change(at, { draft: '', replyTo: null })
  else if (is === 'edit') change(at, edited(at, key, null))
  else change(at, { outgoing: keptAt(at).outgoing.filter((each) => each.key !== key) })
}

/** What is still to be shown of what is on its way, beside the messages that were read. */
export function stillOutgoing(
  outgoing: readonly Outgoing[],
  messages: readonly MessageView[],
): readonly Outgoing[] {
  const taken = new Set<number>()
  return outgoing.filter(({ text, after }) => {
    const found = messages.find(
      (message) =>
        message.yours &&
        message.id > after &&
        !taken.has(message.id) &&
        (message.text === text || message.earlier.some((was) => was.text === text)),
    )
    if (found) taken.add(found.id)
    return !found
  })
}

async function carry(
  at: string,
  review: string,
  row: string,
  { key, text, replyTo }: Outgoing,
): Promise<void> {
  const answer = await send({ kind: 'thread.write', review, row, text, replyTo })
  if ('refused' in answer) mark(at, key, { refused: answer.sentence })
  else mark(at, key, { done: true })
}

/** What waits here is nowhere else: a tab is not closed with it unasked. */
function guardDrafts(): void {
  if (guarded) return
  guarded = true
  addEventListener('beforeunload', (event) => {
    if (rowsInTab().length > 0) event.preventDefault()
  })
}

function mark(at: string, key: number, next: Partial<Outgoing>): void {
  const { outgoing } = keptAt(at)
  change(at, { outgoing: outgoing.map((each) => (each.key === key ? { ...each, ...next } : each)) })
}

function edited(at: string, message: number, edit: Kept['edits'][number] | null): Pick<Kept, 'edits'> {
  const others = Object.entries(keptAt(at).edits).filter(([key]) => Number(key) !== message)
  return { edits: Object.fromEntries(edit ? [...others, [message, edit]] : others) }
}

function keptAt(at: string): Kept {
  const known = kept.get(at)
  if (known) return known
  const left = leftInTab(at)
  kept.set(at, left)
  if (left !== nothing) guardDrafts()
  return left
}

function keep(at: string, next: Partial<Kept>): void {
  const now = { ...keptAt(at), ...next }
  kept.set(at, now)
  keepInTab(at, now)
  guardDrafts()
}

/** Rises with every change that is to be drawn. */
let turns = 0

function change(at: string, next: Partial<Kept>): void {
  keep(at, next)
  turns += 1
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
