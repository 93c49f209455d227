import { useEffect } from 'react'
import type { View } from '../../shared/competition/view.ts'
import { useOnlyHere, useWaiting } from '../live/save-state.ts'
import { PlainPage } from '../plain-page.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { changes } from '../ui/save-status.tsx'
import { useBegunVotes } from './begun-votes.ts'
import { useWayIn } from './site.ts'

interface SomebodyElseProps {
  /** Whose page this is. */
  readonly mine: View['me']
  /** Who is signed in in this browser now. */
  readonly other: View['me']
  /** Why that is over as well, as a sentence; null while it is not. */
  readonly signedOut: string | null
}

/**
 * Somebody else has signed in in this browser. They see nothing of this page and nothing of it is sent in their name; where nothing
 * would be lost by it, the page becomes theirs, and otherwise it waits for the first.
 */
export function SomebodyElse({ mine, other, signedOut }: SomebodyElseProps) {
  const votes = useBegunVotes()
  const waiting = useWaiting() + votes
  const onlyHere = useOnlyHere() || votes > 0
  const wayIn = useWayIn()
  useEffect(() => {
    if (!onlyHere) location.replace('/')
  }, [onlyHere])
  if (!onlyHere) return <PlainPage title="Opening Panelroom">{null}</PlainPage>
  return (
    <PlainPage title={signedOut === null ? `${other.label} is signed in here now` : 'Nobody sits here'}>
      <p>
        {mine.label} typed in this page before: {changes(waiting)} here for {mine.label} alone. Nobody else is
        shown what was typed, and nothing is sent in anybody else’s name.
      </p>
      <p>
        Keep this tab open. When {mine.label} signs in again in this browser, the page goes on and everything
        is sent{votes > 0 && '; a vote that was begun is there to be sealed'}.
      </p>
      {signedOut === null ? (
        <ButtonLink href="/" target="_blank" rel="noopener">
          Open Panelroom as {other.label} in a new tab
        </ButtonLink>
      ) : (
        <ButtonLink href={wayIn.href} target="_blank" rel="noopener">
          {wayIn.words}
        </ButtonLink>
      )}
    </PlainPage>
  )
}
