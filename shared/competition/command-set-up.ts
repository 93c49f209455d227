import { z } from 'zod'
import { documentSchema } from '../application/document.ts'
import { noticeWordsSchema } from '../notice/words.ts'
import { limits } from '../protocol/limits.ts'
import { rubricSchema } from '../rubric/rubric-schema.ts'
import {
  applicationEntrySchema,
  checkSchema,
  dateSchema,
  draftSchema,
  drawnSchema,
  zoneSchema,
} from './set-up.ts'
import { personSchema, rulesSchema, setUpId } from './setup.ts'

/** Blanks around what somebody is called are no part of it. */
const personEntry = personSchema.extend({ label: z.string().trim().min(1).max(80) })
const reason = z.string().trim().min(1).max(limits.reasonLength)
const answer = z.enum(['certified', 'recused', 'unsure'])
const checklist = z.array(checkSchema).max(60)
const many = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(limits.setUpItems)

/** The edition of the set-up that what is sent began from: where that part has been saved since, it is refused and nothing is lost. */
const since = z.int().min(0).exactOptional()

/** What pages send while a competition is set up. Lists are taken whole or not at all. */
const sentSetUpSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('competition.name'), title: z.string().trim().min(1).max(120) }),
  z.strictObject({
    kind: z.literal('preset.take'),
    preset: setUpId,
    rubric: rubricSchema,
    rules: rulesSchema,
    checklist,
    since,
  }),
  /** `why` is asked for once an application has been opened. */
  z.strictObject({
    kind: z.literal('rubric.set'),
    rubric: rubricSchema,
    why: z.string().trim().max(limits.reasonLength),
    since,
  }),
  z.strictObject({ kind: z.literal('rules.set'), rules: rulesSchema, since }),
  z.strictObject({
    kind: z.literal('dates.set'),
    zone: zoneSchema,
    dates: z.array(dateSchema).max(60),
    /** On how many days before a date it reminds; left out, as it stands. */
    reminderDays: z.array(z.number()).max(60).exactOptional(),
    since,
  }),
  /** Adds people, and changes those who are there. */
  z.strictObject({ kind: z.literal('people.set'), people: many(personEntry) }),
  z.strictObject({ kind: z.literal('people.remove'), people: many(setUpId) }),
  /** Adds applications, and changes those that are there. */
  z.strictObject({ kind: z.literal('applications.set'), applications: many(applicationEntrySchema), since }),
  z.strictObject({ kind: z.literal('applications.remove'), applications: many(setUpId) }),
  z.strictObject({ kind: z.literal('checklist.set'), items: checklist, since }),
  z.strictObject({
    kind: z.literal('intake.judge'),
    applications: many(setUpId),
    item: setUpId,
    outcome: z.enum(['met', 'notMet']),
    basis: reason,
  }),
  /** For oneself. */
  z.strictObject({
    kind: z.literal('conflict.declare'),
    answers: many(
      z.strictObject({
        application: setUpId,
        answer,
        reason: z.string().trim().max(limits.reasonLength),
      }),
    ),
  }),
  /** By staff, from what somebody answered elsewhere. */
  z.strictObject({
    kind: z.literal('conflict.record'),
    answers: z
      .array(z.strictObject({ application: setUpId, person: setUpId, answer, reason }))
      .min(1)
      .max(limits.recordedConflicts),
  }),
  z.strictObject({
    kind: z.literal('declaration.decide'),
    application: setUpId,
    person: setUpId,
    outcome: z.enum(['cleared', 'recused']),
    reason,
  }),
  /** `seed`: what the panels were drawn by, changed since or not; it is believed only where the journal holds that draw. */
  z.strictObject({ kind: z.literal('assignment.draft'), ...draftSchema.shape, since }),
  z.strictObject({ kind: z.literal('assignment.open'), applications: many(setUpId), since }),
  z.strictObject({
    kind: z.literal('notice.confirm'),
    words: noticeWordsSchema,
    /** The version of the rubric that they were looked at for, as views name it. */
    rubric: z.string().max(12).exactOptional(),
    since,
  }),
  z.strictObject({ kind: z.literal('calibration.start'), application: setUpId }),
  /** Reviewers who came after the sample began. */
  z.strictObject({ kind: z.literal('calibration.add'), reviewers: many(setUpId) }),
  z.strictObject({ kind: z.literal('calibration.show') }),
  z.strictObject({ kind: z.literal('competition.pause'), reason }),
  z.strictObject({ kind: z.literal('competition.resume') }),
])

/** Every set-up command: those of pages, and what the server does in a person's name once it holds their file, or has drawn for them. */
export const setUpCommandSchema = z.discriminatedUnion('kind', [
  ...sentSetUpSchema.options,
  z.strictObject({ kind: z.literal('notice.attach'), document: documentSchema }),
  z.strictObject({ kind: z.literal('assignment.draw'), ...drawnSchema.shape }),
])

export type SetUpCommand = z.infer<typeof setUpCommandSchema>

/** A set-up command as it travels: its id makes a repeated one harmless. */
export const setUpMessageSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9-]{8,64}$/),
  command: sentSetUpSchema,
})

/** Who gives which: program staff, or everybody for themselves. */
export function isForEverybody({ kind }: SetUpCommand): boolean {
  return kind === 'conflict.declare'
}
