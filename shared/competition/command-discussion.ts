import { z } from 'zod'
import { limits } from '../protocol/limits.ts'
import { partIdSchema } from '../rubric/id-schemas.ts'

const review = z.string().min(1).max(90)
const message = z.int().min(1)
const row = partIdSchema
const seat = z.int().min(1).max(99)
const reason = z.string().trim().min(1).max(limits.reasonLength)
const seed = z.string().regex(/^[0-9a-f]{8,64}$/)
const minutes = z.int().min(1).max(limits.itemMinutes)

/** A row on the agenda, with the minutes that it is given. */
export const agendaItemSchema = z.strictObject({ row, minutes })

/** What is decided while a panel talks. */
export const discussionCommands = [
  /** Puts the flagged rows on the agenda. A random order follows from its seed alone, so that it can be made again. */
  z.strictObject({
    kind: z.literal('agenda.order'),
    review,
    by: z.enum(['spread', 'rubric', 'random']),
    seed: seed.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('agenda.arrange'),
    review,
    items: z.array(agendaItemSchema).max(limits.agendaItems),
  }),
  /** The order of the panel's applications; `review` is one of them. */
  z.strictObject({
    kind: z.literal('panel.arrange'),
    review,
    by: z.enum(['listed', 'random', 'hand']),
    reviews: z.array(review).max(1_000),
    seed: seed.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('focus.set'), review, row: row.nullable() }),
  z.strictObject({
    kind: z.literal('timer.set'),
    review,
    to: z.enum(['running', 'held', 'off']),
    more: minutes.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('row.mark'), review, row, as: z.enum(['discussed', 'parked', 'open']) }),
  z.strictObject({ kind: z.literal('recess.set'), review, on: z.boolean() }),
  z.strictObject({
    kind: z.literal('where.set'),
    review,
    how: z.enum(['room', 'phone', 'link']),
    words: z.string().trim().max(limits.whereLength),
  }),
  z.strictObject({ kind: z.literal('staff.call'), review, reason }),
  z.strictObject({ kind: z.literal('call.end'), review }),
  z.strictObject({ kind: z.literal('hand.set'), review, up: z.boolean() }),
  z.strictObject({ kind: z.literal('hand.lower'), review, seat }),
  z.strictObject({
    kind: z.literal('stand.set'),
    review,
    row,
    as: z.enum(['holds', 'changed']).nullable(),
  }),
  z.strictObject({
    kind: z.literal('thread.write'),
    review,
    row,
    text: reason,
    replyTo: message.nullable(),
  }),
  z.strictObject({ kind: z.literal('thread.edit'), review, message, text: reason }),
  /** `hash` is of the summary and the scores that were on the screen; where the server's are others the command is refused. */
  z.strictObject({
    kind: z.literal('summary.agree'),
    review,
    criterion: row,
    hash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  z.strictObject({ kind: z.literal('summary.withdraw'), review, criterion: row }),
] as const
