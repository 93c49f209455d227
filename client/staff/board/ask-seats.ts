import type { Command } from '../../../shared/competition/command.ts'
import type { CommandAnswer } from '../../../shared/protocol/messages.ts'
import type { BoardEntry } from './filters.ts'
import { isWaitedFor } from './behind.ts'

/** A seat that is asked how far it is. */
export interface AskedSeat {
  readonly review: string
  readonly seat: number
  readonly person: string
}

/** The seats on these applications for whom their panel waits. */
export function waitedForOn(entries: readonly BoardEntry[]): readonly AskedSeat[] {
  return entries.flatMap(({ review }) =>
    (review.progress ?? [])
      .filter((person) => isWaitedFor(review, person))
      .flatMap(({ seat, person }) => (seat === null ? [] : [{ review: review.id, seat, person }])),
  )
}

/** What came of asking many: how many were asked, and the first sentence that refused one. */
export interface AskedMany {
  readonly asked: number
  readonly refused: string | null
}

/** A command this often stays under the ten a second that one person may give, with room for another page. In milliseconds. */
export const paceMs = 140

/** Asks seats one after the other, within the pace that one person may keep; a seat that nobody waits for any more does not end it. */
export async function askSeats(
  seats: readonly AskedSeat[],
  {
    send,
    wait,
    told,
  }: {
    readonly send: (command: Command) => Promise<CommandAnswer>
    readonly wait: (ms: number) => Promise<void>
    /** Hears how many have been asked or refused so far. */
    readonly told: (done: number) => void
  },
): Promise<AskedMany> {
  let asked = 0
  let refused: string | null = null
  for (const [at, { review, seat }] of seats.entries()) {
    let answer = await send({ kind: 'seat.nudge', review, seat })
    while ('refused' in answer && answer.refused === 'too-many') {
      await wait(1_000)
      answer = await send({ kind: 'seat.nudge', review, seat })
    }
    if ('done' in answer) asked += 1
    else refused ??= answer.sentence
    told(at + 1)
    if (at + 1 < seats.length) await wait(paceMs)
  }
  return { asked, refused }
}
