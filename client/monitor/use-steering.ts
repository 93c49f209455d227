import { useState } from 'react'
import type { Command } from '../../shared/competition/command.ts'
import { send } from '../live/connection.ts'
import { announce } from '../ui/announce.tsx'

/** What a monitor decides from several places of one page. */
export interface Steering {
  /** On its way to the server. */
  readonly pending: boolean
  /** Why the last one changed nothing. */
  readonly refused: string | null
  readonly dismiss: () => void
  /** Sends one after the other, up to the first that is refused; says the sentence aloud once all are done. True where they are. */
  readonly run: (commands: readonly Command[], said?: string) => Promise<boolean>
}

/** Sends what the monitor decides, and keeps why something was refused for the page's one message. */
export function useSteering(): Steering {
  const [pending, setPending] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)

  async function run(commands: readonly Command[], said?: string): Promise<boolean> {
    setPending(true)
    setRefused(null)
    try {
      for (const command of commands) {
        const answer = await send(command)
        if ('refused' in answer) {
          setRefused(answer.sentence)
          return false
        }
      }
    } finally {
      setPending(false)
    }
    if (said !== undefined) announce(said)
    return true
  }

  return { pending, refused, dismiss: () => setRefused(null), run }
}
