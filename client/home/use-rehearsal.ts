import { useCallback, useEffect, useState } from 'react'
import type { RehearsalPage } from '../../shared/protocol/rehearsal-page.ts'

/** What is known of the rehearsal. Times in milliseconds since 1970. */
export type Rehearsal =
  | { readonly is: 'reading' }
  | {
      readonly is: 'read'
      readonly page: RehearsalPage
      readonly at: number
      readonly lostSince: number | null
    }
  /** There is no rehearsal here, as the server says it. */
  | { readonly is: 'none'; readonly sentence: string }
  | { readonly is: 'unreachable'; readonly since: number }

/** Links are good for ten minutes: read again well before that, and soon where there was no answer. In milliseconds. */
const againMs = 60_000
/** While seats are played, the reviews go on by themselves. */
const playedMs = 5_000
const soonMs = 3_000

/** The list of seats, read again by itself, whenever one comes back to the page, and when asked: each link works once. */
export function useRehearsal(): { readonly rehearsal: Rehearsal; readonly readAgain: () => void } {
  const [rehearsal, setRehearsal] = useState<Rehearsal>({ is: 'reading' })
  const [turn, setTurn] = useState(0)
  const readAgain = useCallback(() => setTurn((before) => before + 1), [])

  useEffect(() => {
    const leaving = new AbortController()
    const { signal } = leaving
    let timer: ReturnType<typeof setTimeout>
    void ask(signal).then((answer) => {
      if (signal.aborted) return
      setRehearsal((before) => after(before, answer))
      timer = setTimeout(readAgain, pauseAfter(answer))
    })
    const onReturn = (): void => {
      if (document.visibilityState === 'visible') readAgain()
    }
    addEventListener('focus', onReturn, { signal })
    document.addEventListener('visibilitychange', onReturn, { signal })
    return () => {
      leaving.abort()
      clearTimeout(timer)
    }
  }, [turn, readAgain])

  return { rehearsal, readAgain }
}

/** Starts the rehearsal over: null once it is done, else why it is not. */
export async function startOver(): Promise<string | null> {
  try {
    const response = await fetch('/api/rehearsal/start-over', { method: 'POST' })
    if (response.ok) return null
    const { sentence } = (await response.json()) as { readonly sentence: string }
    return sentence
  } catch {
    return 'There is no line to the server. Nothing has been started over.'
  }
}

type Answer = RehearsalPage | { readonly sentence: string }

/** Null where there is no line to the server, or it cannot answer at the moment. */
async function ask(signal: AbortSignal): Promise<Answer | null> {
  try {
    const response = await fetch('/api/rehearsal', { signal })
    if (response.status >= 500) return null
    return (await response.json()) as Answer
  } catch {
    return null
  }
}

function pauseAfter(answer: Answer | null): number {
  if (answer === null) return soonMs
  const played = 'seats' in answer && answer.seats.some(({ sitting }) => sitting === 'played')
  return played ? playedMs : againMs
}

function after(before: Rehearsal, answer: Answer | null): Rehearsal {
  const at = Date.now()
  if (answer !== null && 'sentence' in answer) return { is: 'none', sentence: answer.sentence }
  if (answer !== null) return { is: 'read', page: answer, at, lostSince: null }
  if (before.is === 'read') return { ...before, lostSince: before.lostSince ?? at }
  return before.is === 'unreachable' ? before : { is: 'unreachable', since: at }
}
