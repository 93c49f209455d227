import { useState } from 'react'
import { currentConnection } from '../../live/connection.ts'

export interface AssessmentDraft {
  readonly text: string
  readonly write: (text: string) => void
  /** It is on the server now. */
  readonly given: () => void
}

/**
 * A panel's assessment that is being written by its monitor and not given yet. It outlives going to a row and a reload of this tab and
 * nothing else.
 */
export function useAssessmentDraft(review: string): AssessmentDraft {
  const [text, setText] = useState(() => sessionStorage.getItem(keyOf(review)) ?? '')
  return {
    text,
    write: (next) => {
      setText(next)
      sessionStorage.setItem(keyOf(review), next)
    },
    given: () => sessionStorage.removeItem(keyOf(review)),
  }
}

function keyOf(review: string): string {
  // Whose it is stands in it: somebody else may sign in in this tab.
  const view = currentConnection().view
  return `assessment ${view?.competition.id} ${view?.me.person} ${review}`
}
