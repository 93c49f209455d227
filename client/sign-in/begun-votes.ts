import { useSyncExternalStore } from 'react'
import { currentConnection, onConnection } from '../live/connection.ts'

/** How many votes with reasons were begun in this tab by the person whose page it is and never sealed: they wait for nobody but them. */
export function useBegunVotes(): number {
  return useSyncExternalStore(onConnection, begunVotes)
}

/** Takes what was begun away, of all competitions: nothing of a vote that is not sealed is to lie about for whoever comes next. */
export function forgetBegunVotes(person: string): void {
  for (const key of Object.keys(sessionStorage)) if (isOf(key, person)) sessionStorage.removeItem(key)
}

function begunVotes(): number {
  const { view } = currentConnection()
  if (!view) return 0
  const own = Object.keys(sessionStorage).filter((key) => isOf(key, view.me.person, view.competition.id))
  return own.filter((key) => hasReasons(sessionStorage.getItem(key) ?? '')).length
}

/** Keys are as the ballot writes them: `ballot <competition> <person> <review>`. */
function isOf(key: string, person: string, competition?: string): boolean {
  const [what, of, whose] = key.split(' ')
  return what === 'ballot' && whose === person && (competition === undefined || of === competition)
}

function hasReasons(json: string): boolean {
  const draft = JSON.parse(json) as { readonly reasons?: string; readonly typedAt?: number | null }
  return draft.typedAt != null && (draft.reasons ?? '').trim() !== ''
}
