import { useSyncExternalStore } from 'react'
import type { View } from '../../shared/competition/view.ts'
import { currentConnection, onConnection } from '../live/connection.ts'

/** How many votes with reasons were begun in this tab by the person whose page it is and never sealed: they wait for nobody but them. */
export function useBegunVotes(): number {
  return useSyncExternalStore(onConnection, begunVotes)
}

/** On how many rows something was typed in this tab to the panel and not sent: it, too, is for nobody but them. */
export function useBegunMessages(): number {
  return useSyncExternalStore(onConnection, () => {
    const { view } = currentConnection()
    return view ? ownKeys('thread', view).length : 0
  })
}

/**
 * Takes what was begun away, of all competitions: nothing of a vote that is not sealed and of a message that is not sent is to lie about
 * for whoever comes next.
 */
export function forgetBegun(person: string): void {
  for (const key of Object.keys(sessionStorage))
    if (isOf('ballot', key, person) || isOf('thread', key, person)) sessionStorage.removeItem(key)
}

function begunVotes(): number {
  const { view } = currentConnection()
  if (!view) return 0
  return ownKeys('ballot', view).filter((key) => hasReasons(sessionStorage.getItem(key) ?? '')).length
}

type Begun = 'ballot' | 'thread'

function ownKeys(what: Begun, { me, competition }: View): readonly string[] {
  return Object.keys(sessionStorage).filter((key) => isOf(what, key, me.person, competition.id))
}

/** Keys are as the ballot and the outbox write them: `ballot <competition> <person> <review>`, `thread` with a row at its end. */
function isOf(begun: Begun, key: string, person: string, competition?: string): boolean {
  const [what, of, whose] = key.split(' ')
  return what === begun && whose === person && (competition === undefined || of === competition)
}

function hasReasons(json: string): boolean {
  const draft = JSON.parse(json) as { readonly reasons?: string; readonly typedAt?: number | null }
  return draft.typedAt != null && (draft.reasons ?? '').trim() !== ''
}
