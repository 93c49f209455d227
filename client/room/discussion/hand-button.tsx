import type { ReviewView } from '../../../shared/competition/view.ts'
import { send } from '../../live/connection.ts'
import { announce } from '../../ui/announce.tsx'
import { Button } from '../../ui/button.tsx'

/** Raises or lowers one's hand, from a button here or by its key; undefined for who has none in this panel. */
export function handOf({ id, mine, discussion, closed }: ReviewView): Hand | undefined {
  if (!mine || !discussion || closed) return undefined
  const up = discussion.hands.some(({ seat }) => seat === mine.seat)
  return {
    up,
    set: async (next) => {
      const answer = await send({ kind: 'hand.set', review: id, up: next })
      if ('refused' in answer) announce(answer.sentence)
      else announce(next ? 'Your hand is up.' : 'Your hand is down.')
    },
  }
}

export interface Hand {
  readonly up: boolean
  readonly set: (up: boolean) => Promise<void>
}

export function HandButton({ hand, size }: { readonly hand: Hand; readonly size?: 'small' | undefined }) {
  return (
    <Button icon="hand" keys="H" size={size} onClick={() => void hand.set(!hand.up)}>
      {hand.up ? 'Lower hand' : 'Raise hand'}
    </Button>
  )
}
