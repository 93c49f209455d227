import { useRef, useState } from 'react'
import type { Command } from '../../shared/competition/command.ts'
import type { DiscussionView } from '../../shared/competition/discussion-view.ts'
import { currentConnection, send } from '../live/connection.ts'
import { useHeld } from '../pause/use-held.ts'
import { announce } from '../ui/announce.tsx'
import type { Steps } from './steer.ts'

/** What a monitor decides from several places of one page. */
export interface Steering {
  /** On its way to the server, or held back while everything is paused. */
  readonly pending: boolean
  /** Why the last one changed nothing. */
  readonly refused: string | null
  readonly dismiss: () => void
  /** Sends one after the other, up to the first that is refused; says the sentence aloud once all are done. True where they are. */
  readonly run: (commands: readonly Command[], said?: string) => Promise<boolean>
  /** The same with what follows from the discussion as it is once everything pressed before is done; null where nothing does. */
  readonly steer: (review: string, stepsOn: (discussion: DiscussionView) => Steps | null) => Promise<boolean>
}

/**
 * Sends what the monitor decides, and keeps why something was refused for the page's one message. One press waits for the other: an
 * agenda is put on record as a whole, and made of an older one it would undo what was pressed just before.
 */
export function useSteering(): Steering {
  const [pending, setPending] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const held = useHeld()
  const last = useRef<Promise<boolean>>(Promise.resolve(true))

  function inTurn(stepsNow: () => Partial<Steps> | null): Promise<boolean> {
    setPending(true)
    setRefused(null)
    const mine = last.current
      .then(() => carry(stepsNow()))
      .finally(() => {
        if (last.current === mine) setPending(false)
      })
    last.current = mine
    return mine
  }

  async function carry(steps: Partial<Steps> | null): Promise<boolean> {
    if (!steps) return false
    for (const command of steps.commands ?? []) {
      const answer = await send(command)
      if ('refused' in answer) {
        setRefused(answer.sentence)
        return false
      }
    }
    if (steps.said !== undefined) announce(steps.said)
    return true
  }

  return {
    pending: pending || held,
    refused,
    dismiss: () => setRefused(null),
    run: (commands, said) => inTurn(() => ({ commands, ...(said !== undefined && { said }) })),
    steer: (review, stepsOn) =>
      inTurn(() => {
        const now = currentConnection().view?.reviews.find(({ id }) => id === review)?.discussion
        return now ? stepsOn(now) : null
      }),
  }
}
