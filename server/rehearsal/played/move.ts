import type { Command } from '../../../shared/competition/command.ts'
import type { Place } from '../../../shared/form/edits.ts'

/** What a played seat does next: one thing, as a person does one thing at a time. */
export type Move = {
  /** The same for the same thing, so that it can be seen after a pause whether it is still what to do. */
  readonly key: string
  /** How long it takes to read, think and do, in beats: a row's points take one. */
  readonly beats: number
} & (
  | { readonly does: 'send'; readonly command: Command }
  /** An edit of one's own form, or of one's own column in the room, in one transaction. */
  | { readonly does: 'write'; readonly document: string; readonly edit: (doc: Place['doc']) => void }
  /** What carries a hash of one's own form or column as it is on the screen. */
  | {
      readonly does: 'attest' | 'sign'
      readonly review: string
      readonly document: string
      readonly seat: number
    }
)

/** A command as a move. */
export function sends(key: string, beats: number, command: Command): Move {
  return { key: `${command.kind} ${key}`, beats, does: 'send', command }
}
