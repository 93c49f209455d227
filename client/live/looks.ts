import { useEffect, useSyncExternalStore } from 'react'
import type { ReviewView } from '../../shared/competition/view.ts'
import { limits } from '../../shared/protocol/limits.ts'
import type { Caret, Look, PersonLooking } from '../../shared/protocol/looks.ts'
import { currentConnection, onConnection, onLooks, sendLook } from './connection.ts'

const nobody: readonly PersonLooking[] = []
const listeners = new Set<() => void>()
let others = new Map<string, readonly PersonLooking[]>()

onLooks(({ review, people }) => {
  others = new Map(others).set(review, people)
  tell()
})
onConnection(() => {
  const { line } = currentConnection()
  if (line === 'online') {
    if (unsaid) saySoon()
    return
  }
  // Without a line nobody is known to be there any more, and nobody knows of this page.
  said = null
  unsaid = where !== null
  if (others.size === 0) return
  others = new Map()
  tell()
})

/** Who else is in a review's room, and where they look; nobody before the reveal. In a component. */
export function useLooks(review: string): readonly PersonLooking[] {
  return useSyncExternalStore(subscribe, () => others.get(review) ?? nobody)
}

/**
 * Says where this page looks, for as long as the component is there: a row of the room, or null for all of them. Before the reveal
 * nothing is said.
 */
export function useLookAt({ id, room }: ReviewView, row: string | null): void {
  const open = room !== null
  useEffect(() => {
    if (!open) return
    follow()
    where = { review: id, row }
    saySoon()
    return () => {
      where = null
      saySoon()
    }
  }, [id, row, open])
}

/** Says where the caret of this page stands in a text that is written together; null where it stands in none. */
export function lookCaret(now: Caret | null): void {
  if (JSON.stringify(now) === JSON.stringify(caret)) return
  caret = now
  saySoon()
}

let where: Pick<Look, 'review' | 'row'> | null = null
let caret: Caret | null = null
let saying: ReturnType<typeof setTimeout> | undefined
/** What this line was last told. */
let said: Look | null = null
/** Whether something was to be said while there was no line. */
let unsaid = false

/** Together with what follows at once: going from one row to the next is one look and not three. */
function saySoon(): void {
  saying ??= setTimeout(say, limits.lookEveryMs)
}

function say(): void {
  saying = undefined
  const look = where && document.visibilityState === 'visible' ? { ...where, caret } : null
  if (look === null && said === null) return
  unsaid = !sendLook(look)
  if (!unsaid) said = look
}

/** Of several tabs of a person the one counts that was last turned to. */
function turnedTo(): void {
  if (said !== null && sendLook(null)) said = null
  saySoon()
}

let following = false

function follow(): void {
  if (following) return
  following = true
  addEventListener('focus', turnedTo)
  document.addEventListener('visibilitychange', saySoon)
  setInterval(() => said !== null && saySoon(), limits.lookAgainMs)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(): void {
  for (const listener of listeners) listener()
}
