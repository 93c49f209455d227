import { z } from 'zod'
import { limits } from '../protocol/limits.ts'
import { partIdSchema } from '../rubric/id-schemas.ts'
import { agendaItemSchema } from './command-discussion.ts'

const message = z.int().min(1)
const review = z.string().min(1).max(90)
const row = partIdSchema
const seat = z.int().min(1).max(99)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const textRef = z.strictObject({ text: hash })
const seed = z.string().max(64)
const answer = z.enum(['yes', 'no'])
const reason = textRef

/** What happens while a panel talks. */
export const discussionEvents = {
  /** The agenda, and how its order came about. */
  'agenda.set': z.strictObject({
    review,
    by: z.enum(['spread', 'rubric', 'random', 'hand']),
    items: z.array(agendaItemSchema),
    seed: seed.exactOptional(),
  }),
  'panel.arranged': z.strictObject({
    review,
    by: z.enum(['listed', 'random', 'hand']),
    reviews: z.array(review),
    seed: seed.exactOptional(),
  }),
  /** The monitor brings everybody to a row, for so many minutes; or to none. */
  'focus.set': z.strictObject({
    review,
    row: row.nullable(),
    minutes: z.int().min(1).max(limits.itemMinutes).nullable(),
  }),
  'timer.set': z.strictObject({
    review,
    to: z.enum(['running', 'held', 'off']),
    more: z.int().min(0).max(limits.itemMinutes),
  }),
  'row.marked': z.strictObject({ review, row, as: z.enum(['discussed', 'parked', 'open']) }),
  /** A recess stops every clock of the review. */
  'recess.set': z.strictObject({ review, on: z.boolean() }),
  'where.set': z.strictObject({ review, how: z.enum(['room', 'phone', 'link']), words: textRef }),
  'staff.called': z.strictObject({ review, reason }),
  'call.ended': z.strictObject({ review }),
  'hand.set': z.strictObject({ review, seat, up: z.boolean() }),
  /** The monitor lowers somebody's hand. */
  'hand.lowered': z.strictObject({ review, seat }),
  /** "I hold", "I have changed my mind", or neither. */
  'stand.set': z.strictObject({ review, seat, row, as: z.enum(['holds', 'changed']).nullable() }),
  /** Its author is who gave the command. */
  'thread.written': z.strictObject({ review, row, text: textRef, replyTo: message.nullable() }),
  'thread.edited': z.strictObject({ review, message, text: textRef }),
  /** The summary agreed to, word for word, and the hash of it with the scores that it explains. */
  'summary.agreed': z.strictObject({ review, seat, criterion: row, text: textRef, hash }),
  'summary.withdrawn': z.strictObject({ review, seat, criterion: row }),
} as const

/** What happens to a seat, to a panel that has become thin, and after the scores. */
export const seatEvents = {
  /** The monitor opened an attested form before the reveal. */
  'form.opened': z.strictObject({ review, seat }),
  /** The monitor asks for better comments; what was attested is kept. */
  'form.returned': z.strictObject({ review, seat, reason }),
  'seat.nudged': z.strictObject({ review, seat }),
  'seat.extended': z.strictObject({ review, seat, until: z.int().min(0), reason }),
  /** Somebody takes the place of a seat, in a seat of their own; the one before leaves mean and vote and stays in the record. */
  'seat.replaced': z.strictObject({ review, seat, by: seat, person: z.string().min(1).max(40), reason }),
  /** Staff let a panel go on that has fewer seats than the rules ask for. */
  'panel.wentOn': z.strictObject({ review, reason }),
  'vote.reopened': z.strictObject({ review, reason }),
  'absolute.answered': z.strictObject({ review, seat, priority: row, answer, reasons: textRef.nullable() }),
  /** The selecting official decides, in writing. */
  'absolute.decided': z.strictObject({
    review,
    priority: row,
    outcome: z.enum(['met', 'notMet']),
    reasons: textRef,
  }),
  /** Staff opened what the outcome of the whole tier hangs on. */
  'tier.opened': z.strictObject({ review, tier: z.int().min(1) }),
} as const
