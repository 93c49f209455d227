import type { CommandMessage } from '../competition/command.ts'
import type { Refusal } from '../competition/refusal.ts'
import type { View } from '../competition/view.ts'
import type { Look, LooksMessage } from './looks.ts'

/** The answer to a command: done once it is durable, or refused and nothing changed. */
export type CommandAnswer = { readonly done: true } | Refusal

/** What a view travels in: numbered for this person alone, so that no count of other people's doings shows. */
export interface ViewMessage {
  readonly counter: number
  /** The server's clock when it was sent, in milliseconds since 1970: what clocks on the page are set by. */
  readonly now: number
  readonly view: View
}

export interface ServerEvents {
  view: (message: ViewMessage) => void
  /** Who else is in a room, and where they look; the newest counts, none is kept. */
  looks: (message: LooksMessage) => void
  /** The session has ended, or the rehearsal has been started over: the page has to sign in again. */
  signedOut: (sentence: string) => void
}

export interface ClientEvents {
  /** Where this page looks, or null for nowhere; the server stamps it with the person. */
  look: (look: Look | null, answer?: (answer: CommandAnswer) => void) => void
  command: (message: CommandMessage, answer: (answer: CommandAnswer) => void) => void
}
