import { z } from 'zod'
import { limits } from '../protocol/limits.ts'

const review = z.string().min(1).max(90)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const seat = z.int().min(1).max(99)
const reason = z.string().trim().min(1).max(limits.reasonLength)
const long = z.string().max(limits.textLength)

/** What a person can decide. The server decides on the current state; each command says what it is about, and no more. */
export const commandSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('conflict.answer'),
    review,
    answer: z.enum(['certified', 'recused', 'unsure']),
    reason: z.string().trim().max(limits.reasonLength),
  }),
  z.strictObject({
    kind: z.literal('conflict.decide'),
    review,
    person: z.string().max(40),
    outcome: z.enum(['cleared', 'recused']),
    reason,
  }),
  z.strictObject({ kind: z.literal('seat.excuse'), review, seat, reason }),
  /** `hash` is of what was on the screen; where the server's copy differs the command is refused. */
  z.strictObject({ kind: z.literal('form.attest'), review, hash }),
  z.strictObject({ kind: z.literal('form.takeBack'), review }),
  z.strictObject({ kind: z.literal('review.reveal'), review }),
  z.strictObject({ kind: z.literal('vote.open'), review }),
  z.strictObject({ kind: z.literal('ballot.cast'), review, answer: z.enum(['yes', 'no']), reasons: long }),
  z.strictObject({ kind: z.literal('vote.close'), review }),
  z.strictObject({ kind: z.literal('column.sign'), review, hash }),
  z.strictObject({ kind: z.literal('column.takeBack'), review }),
  z.strictObject({ kind: z.literal('review.close'), review, commentsRead: z.boolean() }),
  z.strictObject({ kind: z.literal('review.lock'), review }),
  z.strictObject({ kind: z.literal('text.keep'), review, field: z.string().max(100), text: long.min(1) }),
])

export type Command = z.infer<typeof commandSchema>

/** A command as it travels: its id makes a repeated one harmless. */
export const commandMessageSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9-]{8,64}$/),
  command: commandSchema,
})

export type CommandMessage = z.infer<typeof commandMessageSchema>
