import { z } from 'zod'
import { documentSchema } from '../application/document.ts'
import { noticeWordsSchema } from '../notice/words.ts'
import { rubricSchema } from '../rubric/rubric-schema.ts'
import { involvedKinds, type InvolvedKind } from './involved.ts'
import {
  applicationEntrySchema,
  checkSchema,
  dateSchema,
  draftSchema,
  drawnSchema,
  peopleSchema,
  zoneSchema,
} from './set-up.ts'
import { rulesSchema, setUpId } from './setup.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const textRef = z.strictObject({ text: hash })
const answer = z.enum(['certified', 'recused', 'unsure'])
const review = z.string().min(1).max(90)

/** What staff, and in certifying everybody, decide while a competition is set up. None is about one review. */
export const setUpEvents = {
  'competition.named': z.strictObject({ title: z.string().min(1).max(120) }),
  /** A rubric, rules and a checklist that go together are taken over. */
  'preset.taken': z.strictObject({
    preset: setUpId,
    rubric: rubricSchema,
    rules: rulesSchema,
    checklist: z.array(checkSchema),
  }),
  /**
   * Another rubric, or once an application has been opened another version of it: `touched` are the reviews that move to it,
   * with the seats that were ready and have to say so again.
   */
  'rubric.set': z.strictObject({
    rubric: rubricSchema,
    why: textRef.nullable(),
    touched: z.array(z.strictObject({ review, seats: z.array(z.int()) })),
  }),
  'rules.set': z.strictObject({ rules: rulesSchema }),
  'dates.set': z.strictObject({
    zone: zoneSchema,
    dates: z.array(dateSchema),
    reminderDays: z.array(z.int()).exactOptional(),
  }),
  'people.set': z.strictObject({ people: peopleSchema }),
  'people.removed': z.strictObject({ people: z.array(setUpId) }),
  'applications.set': z.strictObject({
    applications: z.array(
      z.strictObject({
        ...applicationEntrySchema.shape,
        involved: z.strictObject(
          Object.fromEntries(involvedKinds.map((kind) => [kind, textRef.nullable()])) as {
            [K in InvolvedKind]: z.ZodNullable<typeof textRef>
          },
        ),
      }),
    ),
    /** Whose names are others than those against which people had certified: they are asked again. Not in older journals. */
    again: z.array(setUpId).exactOptional(),
  }),
  'applications.removed': z.strictObject({ applications: z.array(setUpId) }),
  'checklist.set': z.strictObject({ items: z.array(checkSchema) }),
  /** Staff judge one thing at intake, of one application or of several alike. */
  'intake.judged': z.strictObject({
    applications: z.array(setUpId).min(1),
    item: setUpId,
    outcome: z.enum(['met', 'notMet']),
    basis: textRef,
  }),
  /** A person answers about conflicts, before anybody is assigned. */
  'conflict.declared': z.strictObject({
    answers: z.array(z.strictObject({ application: setUpId, answer, reason: textRef.nullable() })),
  }),
  /** Staff record what people answered elsewhere. */
  'conflict.recorded': z.strictObject({
    answers: z.array(z.strictObject({ application: setUpId, person: setUpId, answer, reason: textRef })),
  }),
  'declaration.decided': z.strictObject({
    application: setUpId,
    person: setUpId,
    outcome: z.enum(['cleared', 'recused']),
    reason: textRef,
  }),
  /** The server drew panels for whoever asked; nothing follows from it until a draft is saved. */
  'assignment.drawn': drawnSchema,
  /**
   * `drawn`: the version at which the journal holds the draw that these panels are, or that they were before they were changed by hand.
   * Left out where a draft was saved before draws were kept: its seed is then what its page said.
   */
  'assignment.drafted': z.strictObject({
    ...draftSchema.shape,
    drawn: z.int().min(1).nullable().exactOptional(),
  }),
  /** The assignment of these applications is final: their panels may open them. */
  'assignment.opened': z.strictObject({ applications: z.array(setUpId).min(1) }),
  'notice.attached': z.strictObject({ document: documentSchema }),
  /** The notice's own words for each row, confirmed for one version of the rubric. */
  'notice.confirmed': z.strictObject({ rubric: hash, words: noticeWordsSchema }),
  /** Every reviewer gets a seat on a sample that is scored before the real applications. */
  'calibration.started': z.strictObject({ application: setUpId, reviewers: z.array(setUpId) }),
  /** Reviewers who came after the sample began get a seat on it. */
  'calibration.added': z.strictObject({ reviewers: z.array(setUpId).min(1) }),
  /** Staff open the spread of its scores to the reviewers. */
  'calibration.shown': z.strictObject({}),
  'competition.paused': z.strictObject({ reason: textRef }),
  'competition.resumed': z.strictObject({}),
} as const
