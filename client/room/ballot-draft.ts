import { useState } from 'react'
import type { VoteView } from '../../shared/competition/vote-view.ts'
import { currentConnection } from '../live/connection.ts'
import type { Answer } from '../../shared/form/form-record.ts'

/** A vote that is being made up: not sealed yet, and nobody else's to see. */
export interface BallotDraft {
  readonly answer: Answer | null
  readonly reasons: string
  /** When something was last chosen or typed, in milliseconds; null where it is as it was sealed. */
  readonly typedAt: number | null
}

export interface BallotDrafting {
  readonly draft: BallotDraft
  readonly change: (next: Partial<BallotDraft>) => void
  /** It is on the server now. */
  readonly sealed: () => void
}

/**
 * The draft of one's ballot, starting from what was sealed. It outlives a reload of this tab and nothing else: a vote that is
 * not sealed must not lie about on a computer that others use.
 */
export function useBallotDraft(review: string, { mine }: VoteView): BallotDrafting {
  const [draft, setDraft] = useState<BallotDraft>(
    () =>
      leftDraft(review) ?? {
        answer: mine?.ballot?.answer ?? null,
        reasons: mine?.ballot?.reasons ?? '',
        typedAt: null,
      },
  )

  function change(next: Partial<BallotDraft>): void {
    const changed = { ...draft, ...next, typedAt: Date.now() }
    setDraft(changed)
    sessionStorage.setItem(keyOf(review), JSON.stringify(changed))
  }

  function sealed(): void {
    setDraft({ ...draft, typedAt: null })
    sessionStorage.removeItem(keyOf(review))
  }

  return { draft, change, sealed }
}

/** What was chosen and typed in this tab and never sealed, or null. */
export function leftDraft(review: string): BallotDraft | null {
  const json = sessionStorage.getItem(keyOf(review))
  return json === null ? null : (JSON.parse(json) as BallotDraft)
}

function keyOf(review: string): string {
  // Whose it is stands in it: somebody else may sign in in this tab.
  const view = currentConnection().view
  return `ballot ${view?.competition.id} ${view?.me.person} ${review}`
}
