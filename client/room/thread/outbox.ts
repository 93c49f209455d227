import { useSyncExternalStore } from 'react'
import type { MessageView } from '../../../shared/competition/discussion-view.ts'
import { limits } from '../../../shared/protocol/limits.ts'
import { currentConnection, send } from '../../live/connection.ts'

/** A message on its way to the server. It waits for a line, and is sent again by the connection under the same id. */
export interface Outgoing {
  readonly key: number
  readonly text: string
  readonly replyTo: number | null
  /** Why it did not go, as a sentence; null while it is on its way. */
  readonly refused: string | null
  /** The newest message known when it was sent: its own comes after it. */
  readonly after: number
  /** The server has it; it only remains to be read. */
  readonly done: boolean
}

interface Kept {
  readonly draft: string
  readonly replyTo: number | null
  readonly outgoing: readonly Outgoing[]
}

const nothing: Kept = { draft: '', replyTo: null, outgoing: [] }
const kept = new Map<string, Kept>()
const listeners = new Set<() => void>()
let keys = 0
let guarded = false

/** What somebody has typed on a row and not sent, and what is on its way. It lives as long as this page. */
export interface Outbox extends Kept {
  readonly type: (draft: string) => void
  readonly reply: (to: number | null) => void
  /** Sends what is typed; answers whether that was anything, and not too long. */
  readonly send: (newest: number) => boolean
  readonly again: (key: number) => void
  readonly remove: (key: number) => void
}

/** The outbox of a row, for whoever is signed in. In a component. */
export function useOutbox(review: string, row: string): Outbox {
  const at = keyOf(review, row)
  const now = useSyncExternalStore(subscribe, () => kept.get(at) ?? nothing)
  return {
    ...now,
    // Typing draws nothing anew: the field holds its own text.
    type: (draft) => {
      guardDrafts()
      kept.set(at, { ...(kept.get(at) ?? nothing), draft })
    },
    reply: (replyTo) => change(at, { replyTo }),
    send: (newest) => {
      const { draft, replyTo, outgoing } = kept.get(at) ?? nothing
      const text = draft.trim()
      if (text === '' || text.length > limits.reasonLength) return false
      keys += 1
      const message: Outgoing = { key: keys, text, replyTo, refused: null, after: newest, done: false }
      change(at, { draft: '', replyTo: null, outgoing: [...outgoing, message] })
      void carry(at, review, row, message)
      return true
    },
    again: (key) => {
      const message = kept.get(at)?.outgoing.find((each) => each.key === key)
      if (!message) return
      mark(at, key, { refused: null })
      void carry(at, review, row, message)
    },
    remove: (key) =>
      change(at, { outgoing: (kept.get(at) ?? nothing).outgoing.filter((each) => each.key !== key) }),
  }
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

/** What waits in a draft is nowhere but here: from the first on, a tab is not closed with one unasked. */
function guardDrafts(): void {
  if (guarded) return
  guarded = true
  addEventListener('beforeunload', (event) => {
    if ([...kept.values()].some(({ draft }) => draft.trim() !== '')) event.preventDefault()
  })
}

function mark(at: string, key: number, next: Partial<Outgoing>): void {
  const { outgoing } = kept.get(at) ?? nothing
  change(at, { outgoing: outgoing.map((each) => (each.key === key ? { ...each, ...next } : each)) })
}

function change(at: string, next: Partial<Kept>): void {
  kept.set(at, { ...(kept.get(at) ?? nothing), ...next })
  for (const listener of listeners) listener()
}

function keyOf(review: string, row: string): string {
  return `${currentConnection().view?.me.person} ${review} ${row}`
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
