import { z } from 'zod'
import { changeReasons } from '../form/change-reasons.ts'
import { documentSchema } from '../application/document.ts'
import { placesSchema } from '../application/places.ts'
import { closeReasons } from '../protocol/close-codes.ts'
import { boxIdSchema, fieldNameSchema, partIdSchema } from '../rubric/id-schemas.ts'
import { rubricSchema } from '../rubric/rubric-schema.ts'
import { discussionEvents, seatEvents } from './event-discussion.ts'
import { setUpEvents } from './event-set-up.ts'
import { setupSchema } from './setup.ts'

const version = z.int().min(1)
const review = z.string().min(1).max(90)
const person = z.string().min(1).max(40)
const seat = z.int().min(1).max(99)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const textRef = z.strictObject({ text: hash })
const points = z.int().min(0).nullable()
const answer = z.enum(['yes', 'no'])
const byId = <V extends z.ZodType>(value: V) => z.record(partIdSchema, value)
const remark = z.strictObject({ text: textRef, noneFound: z.boolean() })
const reasons = z.enum(Object.keys(changeReasons) as [keyof typeof changeReasons])

/** A form's record in an event: numbers, answers and references of texts. */
export const recordSchema = z.strictObject({
  scores: byId(points),
  elements: byId(z.array(boxIdSchema)),
  strengths: byId(remark),
  weaknesses: byId(remark),
  determinations: byId(z.strictObject({ answer: answer.nullable(), reasons: textRef })),
  comments: byId(textRef),
  changes: byId(z.strictObject({ reason: reasons.nullable(), line: textRef })),
  pages: byId(z.array(z.string().max(20))).exactOptional(),
  minority: byId(textRef).exactOptional(),
})

const kinds = {
  /** The competition begins: who, which panels, which rubric. One that is set up on pages begins with hardly more than the whole rubric. */
  'competition.opened': z.strictObject({ setup: setupSchema, rubric: rubricSchema.exactOptional() }),
  /** A person certifies, recuses, or asks staff. */
  'conflict.answered': z.strictObject({
    review,
    answer: z.enum(['certified', 'recused', 'unsure']),
    reason: textRef.nullable(),
  }),
  /** Staff decide on "not sure", or undo a recusal. */
  'conflict.decided': z.strictObject({
    review,
    person,
    outcome: z.enum(['cleared', 'recused']),
    reason: textRef,
  }),
  /** Staff excuse a seat: it counts as a seat in the vote and is out of the mean. */
  'seat.excused': z.strictObject({ review, seat, reason: textRef }),
  'form.attested': z.strictObject({ review, seat, record: recordSchema }),
  'form.takenBack': z.strictObject({ review, seat }),
  'review.revealed': z.strictObject({ review }),
  /** Witnessed by the server: a score stands where another stood. */
  'score.changed': z.strictObject({ review, seat, row: partIdSchema, from: points, to: points }),
  'vote.opened': z.strictObject({ review, priority: partIdSchema }),
  'ballot.cast': z.strictObject({ review, seat, answer, reasons: textRef.nullable() }),
  'vote.closed': z.strictObject({
    review,
    seats: z.int(),
    yes: z.int(),
    needed: z.int(),
    awarded: z.boolean(),
  }),
  /** A recusal while a vote is open voids it. */
  'vote.voided': z.strictObject({ review }),
  'column.signed': z.strictObject({ review, seat, record: recordSchema }),
  'column.takenBack': z.strictObject({ review, seat }),
  /** The monitor hands over, having read the comments against the scores. */
  'review.closed': z.strictObject({
    review,
    commentsRead: z.literal(true),
    /** What the panel says of how it worked; left out where it says nothing, as in journals from before it was asked. */
    assessment: textRef.exactOptional(),
    /** By criterion: the panel's summary as it stands, and the seats that agree with it. Left out where there are none. */
    summaries: byId(z.strictObject({ text: textRef, agreed: z.array(seat) })).exactOptional(),
  }),
  /** One of program staff asks a second to lock, where the rules want two. */
  'lock.asked': z.strictObject({ review }),
  /** From here every document of the review is sealed; finished at the next start if cut short. */
  'lock.started': z.strictObject({ review }),
  'review.locked': z.strictObject({
    review,
    recordHash: hash,
    documents: z.array(z.strictObject({ name: z.string(), version: z.int().min(0), sha256: hash })),
  }),
  /** The head of the journal at a lock, signed with the server's key (Ed25519, base64 of the signature of its hash). */
  'head.signed': z.strictObject({ version: z.int().min(1), hash, signature: z.string().max(120), key: hash }),
  /** What was typed too late to count: kept for its author and staff. */
  'text.notCounted': z.strictObject({
    review,
    /** Null for the panel's monitor, who writes in its summaries. */
    seat: seat.nullable(),
    field: fieldNameSchema,
    text: textRef,
    /** Why it did not count; journals from before it was asked for lack it. */
    why: z.enum(closeReasons).exactOptional(),
  }),
  /** Its author has taken it over, or put it away. `kept` is the version of the event that kept it. */
  'text.settled': z.strictObject({ review, seat: seat.nullable(), kept: version }),
  /** A file of the application was imported; one of the same id was imported again. */
  'document.added': z.strictObject({ review, document: documentSchema }),
  /** Staff put the documents in order, name them, and leave out what does not belong. */
  'documents.arranged': z.strictObject({
    review,
    documents: z.array(documentSchema.pick({ id: true, title: true, kind: true })),
  }),
  /** Staff say which part answers each criterion. */
  'places.confirmed': z.strictObject({ review, places: placesSchema }),
  /** A reviewer asks staff about a row. */
  'question.asked': z.strictObject({ review, seat, row: partIdSchema, text: textRef }),
  /** Staff answer, in every panel. `question` is the version of the event that asked; `asked` is the question as all may read it. */
  'question.answered': z.strictObject({ review, question: version, asked: textRef, answer: textRef }),
  ...discussionEvents,
  ...seatEvents,
  ...setUpEvents,
} as const

export type EventKind = keyof typeof kinds
export type EventData<K extends EventKind> = z.infer<(typeof kinds)[K]>

/** What a decision says happened, before the journal gives it a place, a time and a hash. */
export type NewEvent = { [K in EventKind]: { readonly kind: K; readonly data: EventData<K> } }[EventKind]

/** The schema of an event's own head; its data is parsed by kind. */
const headSchema = z.strictObject({
  /** Schema version of the event, so that later readers know how to read it. */
  schema: z.literal(1),
  /** Its place in the journal, 1, 2, 3 … */
  version: z.int().min(1),
  /** Milliseconds since 1970, UTC. */
  at: z.int().min(0),
  /** Who: a person's id, or `server` for what it witnessed. */
  by: person,
  /** The id of the command that it came from, or null for what the server witnessed. */
  command: z.string().max(64).nullable(),
  /** Random, one for what is written together, so that a withheld event cannot be found by trying what it might say. */
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  /** The hash of the event before; 64 zeros for the first. */
  previous: hash,
  kind: z.enum(Object.keys(kinds) as [EventKind]),
})

type Head = Omit<z.infer<typeof headSchema>, 'kind'>

/** An event of the journal: ordered, attributed, chained. */
export type JournalEvent = NewEvent & Readonly<Head>

/** Reads an event, or says why it is none. */
export function parseEvent(value: unknown): { readonly event: JournalEvent } | { readonly fault: string } {
  const whole = z.looseObject({ kind: headSchema.shape.kind, data: z.unknown() }).safeParse(value)
  if (!whole.success) return { fault: 'It has no kind that this version knows.' }
  const { data, ...rest } = whole.data
  const head = headSchema.safeParse(rest)
  const body = kinds[whole.data.kind].safeParse(data)
  const error = head.error ?? body.error
  if (error) return { fault: z.prettifyError(error) }
  // The kind chose the schema that the data has just passed.
  return { event: { ...head.data, data: body.data } as JournalEvent }
}
