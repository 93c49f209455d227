import { z } from 'zod'
import { documentIdSchema, documentSchema } from '../application/document.ts'
import { placesSchema } from '../application/places.ts'
import { closeReasons } from '../protocol/close-codes.ts'
import { limits } from '../protocol/limits.ts'
import { fieldNameSchema, partIdSchema } from '../rubric/id-schemas.ts'
import { discussionCommands } from './command-discussion.ts'
import { seatCommands } from './command-seats.ts'

const review = z.string().min(1).max(90)
const version = z.int().min(1)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const seat = z.int().min(1).max(99)
const reason = z.string().trim().min(1).max(limits.reasonLength)
const long = z.string().max(limits.textLength)

/** What a person can decide on a page. The server decides on the current state; each command says what it is about, and no more. */
const sentCommandSchema = z.discriminatedUnion('kind', [
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
  z.strictObject({
    kind: z.literal('form.attest'),
    review,
    hash,
    /** The version of the rubric that was on the screen, as views name it. */
    rubric: z.string().max(12).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('form.takeBack'), review }),
  z.strictObject({ kind: z.literal('review.reveal'), review }),
  z.strictObject({ kind: z.literal('vote.open'), review }),
  z.strictObject({ kind: z.literal('ballot.cast'), review, answer: z.enum(['yes', 'no']), reasons: long }),
  z.strictObject({ kind: z.literal('vote.close'), review }),
  z.strictObject({ kind: z.literal('column.sign'), review, hash }),
  z.strictObject({ kind: z.literal('column.takeBack'), review }),
  /** `assessment` is the panel's own, of how it worked; it may be empty. */
  z.strictObject({
    kind: z.literal('review.close'),
    review,
    commentsRead: z.boolean(),
    assessment: z.string().trim().max(limits.reasonLength).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('lock.ask'), review }),
  z.strictObject({ kind: z.literal('review.lock'), review }),
  /** `why` is the reason for which the server did not take it. */
  z.strictObject({
    kind: z.literal('text.keep'),
    review,
    field: fieldNameSchema,
    text: long.min(1),
    why: z.enum(closeReasons).exactOptional(),
  }),
  /** Takes something off one's own list of what did not count; it stays in the record. */
  z.strictObject({ kind: z.literal('text.settle'), review, kept: version }),
  /** The documents of an application in their order, and those that are removed: together all that the sender knows of. */
  z.strictObject({
    kind: z.literal('documents.arrange'),
    review,
    documents: z.array(documentSchema.pick({ id: true, title: true, kind: true })).max(limits.documents),
    removed: z.array(documentIdSchema).max(limits.documents),
  }),
  /** `read` names, by document, the text in which the places were looked at: where it is another by now, it is refused. */
  z.strictObject({
    kind: z.literal('places.confirm'),
    review,
    places: placesSchema,
    read: z.record(documentIdSchema, hash).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('question.ask'), review, row: partIdSchema, text: reason }),
  z.strictObject({
    kind: z.literal('question.answer'),
    review,
    question: version,
    asked: reason,
    answer: reason,
  }),
  ...discussionCommands,
  ...seatCommands,
])

/** Every command: those of pages, and what the server does in a person's name once it holds the file that they sent. */
export const commandSchema = z.discriminatedUnion('kind', [
  ...sentCommandSchema.options,
  z.strictObject({ kind: z.literal('document.add'), review, document: documentSchema }),
])

export type Command = z.infer<typeof commandSchema>

/** A command as it travels: its id makes a repeated one harmless. */
export const commandMessageSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9-]{8,64}$/),
  command: sentCommandSchema,
})

export interface CommandMessage {
  readonly id: string
  readonly command: Command
}
