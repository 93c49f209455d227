import type { Command } from '../../shared/competition/command.ts'
import { attest, certify, fillForm, openForm, openRoom, sign } from './review-moves.ts'
import type { SeatClient } from './seat-client.ts'
import { until } from './until.ts'

/** Who leads a review to its lock. */
export interface Panel {
  readonly reviewers: readonly SeatClient[]
  readonly monitor: SeatClient
  readonly staff: SeatClient
}

/** Leads a review from wherever a rehearsal begins with it to the lock, each step by whose it is. */
export async function lockReview({ reviewers, monitor, staff }: Panel, review: string): Promise<void> {
  for (const person of [...reviewers, monitor])
    if (person.review(review).conflict?.status === 'open') await certify(person, review)
  for (const person of reviewers) {
    if (person.review(review).mine?.attestedAt) continue
    const form = await openForm(person, review)
    await fillForm(person, form, review)
    await attest(person, form, review)
  }
  await paced(monitor, { kind: 'review.reveal', review })
  await until('the room', () => reviewers.every((person) => person.review(review).room !== null))
  if (!monitor.review(review).vote?.result) {
    await paced(monitor, { kind: 'vote.open', review })
    await paced(monitor, { kind: 'vote.close', review })
  }
  for (const person of reviewers) await sign(person, await openRoom(person, review), review)
  await paced(monitor, { kind: 'review.close', review, commentsRead: true })
  await paced(staff, { kind: 'review.lock', review })
  await until('the lock', () => staff.review(review).lock?.status === 'locked')
}

/** A command that is carried out, sent again where the monitor of three reviews has sent too many in a second. */
export async function paced(seat: SeatClient, command: Command): Promise<void> {
  await until(`${command.kind} to be carried out`, async () => {
    const answer = await seat.send(command)
    if ('refused' in answer && answer.refused !== 'too-many') throw new Error(answer.sentence)
    return 'done' in answer
  })
}
