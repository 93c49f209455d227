import { useState } from 'react'
import type { Command } from '../../shared/competition/command.ts'
import { send } from '../live/connection.ts'
import { useHeld } from '../pause/use-held.ts'

export interface SentCommand {
  /** On its way to the server, or held back while everything is paused. */
  readonly pending: boolean
  /** Why the last one changed nothing, to be shown at its place. */
  readonly refused: string | null
  /** Sends; true once it is done, false where it was refused. */
  readonly run: (command: Command) => Promise<boolean>
}

/** One thing that can be decided on a page: sent, waited for, and refused at its place. */
export function useCommand(): SentCommand {
  const [pending, setPending] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const held = useHeld()

  async function run(command: Command): Promise<boolean> {
    setPending(true)
    setRefused(null)
    const answer = await send(command)
    setPending(false)
    if ('done' in answer) return true
    setRefused(answer.sentence)
    return false
  }

  return { pending: pending || held, refused, run }
}
