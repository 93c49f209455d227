import type { ReviewView } from '../../../shared/competition/view.ts'
import { announce } from '../../ui/announce.tsx'
import { Button } from '../../ui/button.tsx'
import { useCommand } from '../use-command.ts'

/** One's hand in a panel, raised or lowered from a button here or by its key. */
export interface Hand {
  readonly up: boolean
  readonly set: (up: boolean) => Promise<void>
  readonly pending: boolean
  /** Why the last change of it was refused, as a sentence. */
  readonly refused: string | null
}

/** One's hand; undefined for who has no column in this panel, and once the review is closed. In a component. */
export function useHand({ id, mine, panel, discussion, closed }: ReviewView): Hand | undefined {
  const { pending, refused, run } = useCommand()
  if (!mine || !discussion || closed || !panel?.some(({ seat }) => seat === mine.seat)) return undefined
  return {
    up: discussion.hands.some(({ seat }) => seat === mine.seat),
    set: async (up) => {
      if (await run({ kind: 'hand.set', review: id, up }))
        announce(up ? 'Your hand is up.' : 'Your hand is down.')
    },
    pending,
    refused,
  }
}

export function HandButton({ hand }: { readonly hand: Hand }) {
  const { up, set, pending, refused } = hand
  return (
    <>
      <Button icon="hand" keys="H" pending={pending} onClick={() => void set(!up)}>
        {up ? 'Lower hand' : 'Raise hand'}
      </Button>
      {refused !== null && (
        <span className="hand-refused" role="alert">
          {refused}
        </span>
      )}
    </>
  )
}
