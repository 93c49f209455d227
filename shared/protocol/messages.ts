import type { CommandMessage } from '../competition/command.ts'
import type { Refusal } from '../competition/refusal.ts'
import type { View } from '../competition/view.ts'

/** The answer to a command: done once it is durable, or refused and nothing changed. */
export type CommandAnswer = { readonly done: true } | Refusal

/** What a view travels in: numbered for this person alone, so that no count of other people's doings shows. */
export interface ViewMessage {
  readonly counter: number
  readonly view: View
}

export interface ServerEvents {
  view: (message: ViewMessage) => void
  /** The session has ended, or the rehearsal has been started over: the page has to sign in again. */
  signedOut: (sentence: string) => void
}

export interface ClientEvents {
  command: (message: CommandMessage, answer: (answer: CommandAnswer) => void) => void
}
