import { z } from 'zod'
import { limits } from '../protocol/limits.ts'
import { partIdSchema } from '../rubric/id-schemas.ts'

const review = z.string().min(1).max(90)
const seat = z.int().min(1).max(99)
const priority = partIdSchema
const reason = z.string().trim().min(1).max(limits.reasonLength)

/** What concerns a seat before the reveal, a panel that has become thin, and what is decided after the scores. */
export const seatCommands = [
  /** Opens an attested form for its panel's monitor before the reveal. */
  z.strictObject({ kind: z.literal('form.open'), review, seat }),
  /** Asks for better comments, never for other points. */
  z.strictObject({ kind: z.literal('form.return'), review, seat, reason }),
  z.strictObject({ kind: z.literal('seat.nudge'), review, seat }),
  /** `until` in milliseconds since 1970, UTC. */
  z.strictObject({
    kind: z.literal('seat.extend'),
    review,
    seat,
    until: z.int().min(0).max(4_102_444_800_000),
    reason,
  }),
  z.strictObject({
    kind: z.literal('seat.replace'),
    review,
    seat,
    person: z.string().min(1).max(40),
    reason,
  }),
  z.strictObject({ kind: z.literal('panel.goOn'), review, reason }),
  z.strictObject({ kind: z.literal('vote.reopen'), review, reason }),
  z.strictObject({
    kind: z.literal('absolute.answer'),
    review,
    priority,
    answer: z.enum(['yes', 'no']),
    reasons: z.string().max(limits.textLength),
  }),
  z.strictObject({
    kind: z.literal('absolute.decide'),
    review,
    priority,
    outcome: z.enum(['met', 'notMet']),
    reasons: z.string().trim().min(1).max(limits.textLength),
  }),
  /** Opens what the outcome of the review's tier hangs on, once all of it is locked. */
  z.strictObject({ kind: z.literal('tier.open'), review }),
] as const
