import { attest, certify, fillForm, maine, must, openForm, openRoom, sign } from '../harness/review-moves.ts'
import type { SeatsOn } from '../harness/running-server.ts'
import type { SeatClient } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'

/**
 * The steps of the walk, in order: conflicts asked, forms open, the first one ready, revealed, the vote open, the first column
 * signed, closed, locked.
 */
export const stepsOfWalk = [
  'asked',
  'score',
  'ready',
  'reveal',
  'vote',
  'signed',
  'closed',
  'locked',
] as const

export type StepOfWalk = (typeof stepsOfWalk)[number]

/**
 * Who walks: two who sit, one who is recused from the step `score` on, one who asked staff and is excused before the reveal, the
 * monitor, staff, the selecting official, and a reviewer who stands by and is on no panel. Reviewer 5 sits too, so that the panel can
 * differ. The monitor has opened the first form. `nobody` is not signed in.
 */
export const walkers = {
  r1: 'reviewer-1',
  r2: 'reviewer-2',
  recused: 'reviewer-3',
  unsure: 'reviewer-4',
  monitor: 'monitor',
  staff: 'staff',
  official: 'official',
  standby: 'reviewer-6',
} as const

export type Walker = keyof typeof walkers

/** One review of one server, led from step to step and never back. */
export interface Walk {
  readonly seats: Readonly<Record<Walker, SeatClient>>
  readonly to: (step: StepOfWalk) => Promise<void>
}

export async function walkReview(server: Pick<SeatsOn, 'seat'>): Promise<Walk> {
  const seats = {
    r1: await server.seat(walkers.r1),
    r2: await server.seat(walkers.r2),
    recused: await server.seat(walkers.recused),
    unsure: await server.seat(walkers.unsure),
    monitor: await server.seat(walkers.monitor),
    staff: await server.seat(walkers.staff),
    official: await server.seat(walkers.official),
    standby: await server.seat(walkers.standby),
  }
  const { r1, r2, recused, unsure, monitor, staff } = seats
  const r5 = await server.seat('reviewer-5')
  let at = 0

  const sayReady = async (seat: SeatClient): Promise<void> => {
    const form = await openForm(seat)
    await fillForm(seat, form)
    await attest(seat, form)
    form.provider.destroy()
  }
  const signAs = async (seat: SeatClient): Promise<void> => {
    const room = await openRoom(seat)
    await sign(seat, room)
    room.provider.destroy()
  }
  const moves: Readonly<Record<StepOfWalk, () => Promise<void>>> = {
    asked: async () => undefined,
    score: async () => {
      for (const seat of [r1, r2, r5, monitor]) await certify(seat)
      const answer = { kind: 'conflict.answer', review: maine, reason: 'Asked.' } as const
      await must(recused, { ...answer, answer: 'recused' })
      await must(unsure, { ...answer, answer: 'unsure' })
    },
    ready: async () => {
      await sayReady(r1)
      await must(monitor, { kind: 'form.open', review: maine, seat: 1 })
    },
    reveal: async () => {
      await must(staff, { kind: 'seat.excuse', review: maine, seat: 4, reason: 'Did not answer.' })
      for (const seat of [r2, r5]) await sayReady(seat)
      await must(monitor, { kind: 'review.reveal', review: maine })
      await until('the room', () => [r1, r2, r5].every((seat) => seat.review(maine).room !== null))
    },
    vote: () => must(monitor, { kind: 'vote.open', review: maine }),
    signed: async () => {
      await must(monitor, { kind: 'vote.close', review: maine })
      await signAs(r1)
    },
    closed: async () => {
      for (const seat of [r2, r5]) await signAs(seat)
      await must(monitor, { kind: 'review.close', review: maine, commentsRead: true })
    },
    locked: () => must(staff, { kind: 'review.lock', review: maine }),
  }

  return {
    seats,
    to: async (step) => {
      const goal = stepsOfWalk.indexOf(step)
      if (goal < at) throw new Error(`The walk has passed ${step}.`)
      while (at < goal) {
        const next = stepsOfWalk[at + 1]
        if (next) await moves[next]()
        at += 1
      }
    },
  }
}
