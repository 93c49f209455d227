import { useState } from 'react'
import type { SetUpCommand } from '../../../shared/competition/command-set-up.ts'
import type { SetUpPage } from '../../../shared/competition/set-up-page.ts'
import type { View } from '../../../shared/competition/view.ts'
import type { CommandAnswer } from '../../../shared/protocol/messages.ts'
import { randomId } from '../../live/random-id.ts'
import { type Reading, useRead } from '../../live/read.ts'

/** All that the set-up pages show; read again whenever the set-up has changed, on whichever page. */
export function useSetUp({ competition }: View): Reading<SetUpPage> {
  return useRead<SetUpPage>('/api/set-up', 'The set-up', String(competition.setUpEdition))
}

export interface SentSetUp {
  /** On its way to the server. */
  readonly pending: boolean
  /** Why the last one changed nothing, to be shown at its place. */
  readonly refused: string | null
  /** Sends; true once it is done, false where it was refused. */
  readonly run: (command: SetUpCommand) => Promise<boolean>
}

/** One thing of the set-up that can be decided on a page: sent, waited for, and refused at its place. */
export function useSetUpCommand(): SentSetUp {
  const [pending, setPending] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)

  async function run(command: SetUpCommand): Promise<boolean> {
    setPending(true)
    setRefused(null)
    const answer = await sendSetUp(command)
    setPending(false)
    if ('done' in answer) return true
    setRefused(answer.sentence)
    return false
  }

  return { pending, refused, run }
}

const triesMs = [300, 1_000, 3_000]

/** Sends a set-up command over HTTP; without a line it is tried again with the same id, so that it is carried out once. */
export async function sendSetUp(command: SetUpCommand): Promise<CommandAnswer> {
  const body = JSON.stringify({ id: randomId(), command })
  for (const wait of [...triesMs, null]) {
    try {
      const response = await fetch('/api/set-up/command', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
      if (response.ok) return (await response.json()) as CommandAnswer
      if (response.status < 500) {
        const { sentence } = (await response.json()) as { readonly sentence: string }
        return { refused: 'not-saved', sentence }
      }
    } catch {
      // No line: the same again, in a moment.
    }
    if (wait !== null) await new Promise((resolve) => setTimeout(resolve, wait))
  }
  return { refused: 'not-saved', sentence: 'The server did not answer. Look again before you repeat it.' }
}
