import { z } from 'zod'
import { involvedKinds, type InvolvedKind } from './involved.ts'
import { dollars, personSchema, setUpId } from './setup.ts'

const home = z.string().trim().min(1).max(80)

/** Milliseconds since 1970, UTC, up to the end of the year 9999. */
const moment = z.int().min(0).max(253_402_300_799_999)

/** An application as staff enter it. */
export const applicationEntrySchema = z.strictObject({
  id: setUpId,
  applicant: z.string().trim().min(1).max(120),
  /** The State, or region, that it comes from: nobody from there reads it. */
  home: home.nullable(),
  /** Whole dollars. */
  requested: dollars.nullable(),
  received: moment.nullable(),
  /** One name a line; empty where there is nobody. */
  involved: z.strictObject(
    Object.fromEntries(involvedKinds.map((kind) => [kind, z.string().max(20_000)])) as {
      [K in InvolvedKind]: z.ZodString
    },
  ),
})

export type ApplicationEntry = z.infer<typeof applicationEntrySchema>

/** What is checked of an application before it is reviewed, or before an award. */
export const checkSchema = z.strictObject({
  id: setUpId,
  title: z.string().trim().min(1).max(200),
  /** Where it is asked for, as "Notice, section III". */
  source: z.string().trim().max(200),
  before: z.enum(['review', 'award']),
})

export type Check = z.infer<typeof checkSchema>

/** Dates that a competition keeps; more are staff's own, by title. */
export const dateSchema = z.strictObject({
  id: setUpId,
  title: z.string().trim().min(1).max(120),
  at: moment,
  /** Who is reminded of it, where anybody is: whoever has not certified, is not ready, or has not signed. */
  remind: z.enum(['certify', 'ready', 'sign']).nullable(),
})

export type CompetitionDate = z.infer<typeof dateSchema>

/** A time zone by its name in the IANA list, as `America/New_York`. Whether there is such a one is looked at by the server. */
export const zoneSchema = z.string().regex(/^[A-Za-z0-9_+/-]{1,60}$/)

/** A panel as it is drafted: it may still lack people. */
export const draftPanelSchema = z.strictObject({
  id: setUpId,
  title: z.string().trim().min(1).max(80),
  monitor: setUpId.nullable(),
  reviewers: z.array(setUpId).max(9),
})

export type DraftPanel = z.infer<typeof draftPanelSchema>

/** Panels, and which reads each application. `seed` is what drew exactly these; null where they were made or changed by hand. */
export const draftSchema = z.strictObject({
  panels: z.array(draftPanelSchema).max(60),
  places: z.record(setUpId, setUpId),
  seed: z.string().max(64).nullable(),
})

export type AssignmentDraft = z.infer<typeof draftSchema>

/** The numbers that panels are drawn by. */
export const drawNumbers = {
  panels: z.int().min(1).max(60),
  /** Reviewers a panel. */
  seats: z.int().min(1).max(9),
  /** The most panels that one reviewer may sit on. */
  mostPanels: z.int().min(1).max(60),
} as const

const arranged = draftPanelSchema.omit({ title: true })

/** Panels as they were drawn, by ids alone, with what was asked: whoever has the people and their answers can draw them again. */
export const drawnSchema = z.strictObject({
  panels: z.array(arranged.extend({ monitor: setUpId })).max(60),
  places: z.record(setUpId, setUpId),
  seed: z.string().min(1).max(64),
  /** Whether staff entered the seed; where they did not, the server drew one. */
  entered: z.boolean(),
  asked: z.strictObject({ ...drawNumbers, uneven: z.boolean() }),
  /** What was set already and kept, beside panels at work. */
  kept: z.strictObject({ panels: z.array(arranged).max(60), places: z.record(setUpId, setUpId) }).nullable(),
})

export type AssignmentDrawn = z.infer<typeof drawnSchema>

export const peopleSchema = z.array(personSchema).min(1).max(400)
