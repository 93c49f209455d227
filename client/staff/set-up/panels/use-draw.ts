import { useEffect, useRef, useState } from 'react'
import type { NoAssignment } from '../../../../shared/assignment/problem.ts'
import type { Draw, DrawAnswer } from '../../../../shared/protocol/assignment-page.ts'
import { announce } from '../../../ui/announce.tsx'
import type { Draft } from './draft.ts'

/** Where a draw stands: asked for, or ended without panels, with what the server says about it. */
export type Drawn =
  | { readonly is: 'nothing' }
  | { readonly is: 'drawing' }
  | { readonly is: 'failed'; readonly sentence: string }
  | { readonly is: 'none'; readonly impossible: readonly string[]; readonly proven: boolean }

export interface Drawing {
  readonly drawn: Drawn
  /** Resolves with panels; with null where there are none, or where it was given up. */
  readonly draw: (asked: Draw) => Promise<Draft | null>
  readonly giveUp: () => void
}

/** Panels drawn by the server, which may take most of a minute; leaving the page gives it up. */
export function useDraw(): Drawing {
  const [drawn, setDrawn] = useState<Drawn>({ is: 'nothing' })
  const waiting = useRef<AbortController | null>(null)
  useEffect(() => () => waiting.current?.abort(), [])

  async function draw(asked: Draw): Promise<Draft | null> {
    const mine = new AbortController()
    waiting.current?.abort()
    waiting.current = mine
    setDrawn({ is: 'drawing' })
    announce('Panels are being drawn.')
    const answer = await askedFor(asked, mine.signal)
    if (mine.signal.aborted) return null
    if ('draft' in answer) {
      setDrawn({ is: 'nothing' })
      const { panels, places } = answer.draft
      return { panels, places, draw: answer.draw }
    }
    setDrawn(answer)
    return null
  }

  return {
    drawn,
    draw,
    giveUp: () => {
      waiting.current?.abort()
      setDrawn({ is: 'nothing' })
      announce('Given up. Nothing has changed.')
    },
  }
}

type Found = Exclude<DrawAnswer, NoAssignment>

async function askedFor(
  asked: Draw,
  signal: AbortSignal,
): Promise<Found | Exclude<Drawn, { is: 'nothing' | 'drawing' }>> {
  try {
    const response = await fetch('/api/set-up/assignment', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked),
      signal,
    })
    if (!response.ok) {
      const { sentence } = (await response.json()) as { readonly sentence: string }
      return { is: 'failed', sentence }
    }
    const answer = (await response.json()) as DrawAnswer
    return 'draft' in answer ? answer : { is: 'none', ...answer }
  } catch {
    return { is: 'failed', sentence: 'There is no line to the server. Nothing was drawn; try again.' }
  }
}
