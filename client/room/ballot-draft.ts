import { useState } from 'react'
import type { VoteView } from '../../shared/competition/vote-view.ts'
import { currentConnection } from '../live/connection.ts'
import type { Answer } from '../../shared/form/form-record.ts'

/** An answer with its reasons that is being made up: not given yet, and nobody else's to see. */
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

/** The draft of one's ballot, starting from what was sealed. */
export function useBallotDraft(review: string, { mine }: VoteView): BallotDrafting {
  return useAnswerDraft(review, {
    answer: mine?.ballot?.answer ?? null,
    reasons: mine?.ballot?.reasons ?? '',
  })
}

/**
 * The draft of an answer about something, starting from what was given. It outlives a reload of this tab and nothing else: an
 * answer that is not given must not lie about on a computer that others use.
 */
export function useAnswerDraft(
  about: string,
  given: Pick<BallotDraft, 'answer' | 'reasons'>,
): BallotDrafting {
  const [draft, setDraft] = useState<BallotDraft>(() => leftDraft(about) ?? { ...given, typedAt: null })

  function change(next: Partial<BallotDraft>): void {
    const changed = { ...draft, ...next, typedAt: Date.now() }
    setDraft(changed)
    sessionStorage.setItem(keyOf(about), JSON.stringify(changed))
  }

  function sealed(): void {
    setDraft({ ...draft, typedAt: null })
    sessionStorage.removeItem(keyOf(about))
  }

  return { draft, change, sealed }
}

/** What was chosen and typed in this tab and never sealed, or null. */
export function leftDraft(about: string): BallotDraft | null {
  const json = sessionStorage.getItem(keyOf(about))
  return json === null ? null : (JSON.parse(json) as BallotDraft)
}

function keyOf(about: string): string {
  // Whose it is stands in it: somebody else may sign in in this tab.
  const view = currentConnection().view
  return `ballot ${view?.competition.id} ${view?.me.person} ${about}`
}
