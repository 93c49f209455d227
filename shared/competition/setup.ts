import { z } from 'zod'

const id = z.string().regex(/^[a-z0-9-]{1,40}$/)

/** A person is known here by an id and a role; names and addresses are mapped elsewhere and can be erased. */
export const personSchema = z.strictObject({
  id,
  role: z.enum(['reviewer', 'monitor', 'staff', 'official']),
  /** What the interface calls them: "Reviewer 1". */
  label: z.string().min(1).max(80),
})

export const panelSchema = z.strictObject({
  id,
  title: z.string().min(1).max(80),
  monitor: id,
  /** In the order of their seats; one to nine. */
  reviewers: z.array(id).min(1).max(9),
})

export const applicationSchema = z.strictObject({
  id,
  applicant: z.string().min(1).max(120),
  panel: id,
  /** SHA-256 of the file with its digest; journals from before there were such files lack it. */
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
})

const flagRule = z.strictObject({
  /** Of the row's maximum. */
  percent: z.int().min(1).max(100),
  points: z.int().min(1).max(100),
})

/** What a competition asks for in its own words and numbers; what is left out is as in 2010 (`rulesOf`). */
export const rulesSchema = z.strictObject({
  /** What a reviewer says in giving a form: shown with the button, word for word. */
  attestation: z.string().min(1).max(2_000).exactOptional(),
  /** How many characters a comment should have; shorter ones are pointed out and not refused. */
  shortestComment: z.int().min(1).max(2_000).exactOptional(),
  /** How far apart the points of a row must be to be called a split, or a spread. */
  flags: z.strictObject({ split: flagRule, spread: flagRule }).exactOptional(),
  /** The score, STEM points included, that an application must reach. */
  scoreLine: z.int().min(1).max(10_000).exactOptional(),
  /** Who may see what a disagreement means for that line: staff once the tier is locked, or also monitors from the reveal. */
  lineSeenBy: z.enum(['staff', 'monitors']).exactOptional(),
  /** Whether the monitor may open attested forms before the reveal; each opening is in the journal. */
  monitorReadsAttested: z.boolean().exactOptional(),
  /** Whether the panel writes a summary for each criterion, and whether the review can be closed without. */
  summary: z.enum(['off', 'optional', 'required']).exactOptional(),
  /** Minutes that a panel has for an application, and for an item unless the agenda says otherwise. */
  slotMinutes: z.int().min(5).max(600).exactOptional(),
  itemMinutes: z.int().min(1).max(120).exactOptional(),
  /** With fewer sitting seats than this, staff decide whether the panel goes on. */
  smallestPanel: z.int().min(1).max(9).exactOptional(),
})

/** What a competition is opened with. */
export const setupSchema = z.strictObject({
  id,
  title: z.string().min(1).max(120),
  rehearsal: z.boolean(),
  rubric: z.strictObject({ id, version: z.int().min(1), sha256: z.string().length(64) }),
  people: z.array(personSchema),
  panels: z.array(panelSchema),
  applications: z.array(applicationSchema),
  rules: rulesSchema.exactOptional(),
})

export type Person = z.infer<typeof personSchema>
export type Role = Person['role']
export type Panel = z.infer<typeof panelSchema>
export type Application = z.infer<typeof applicationSchema>
export type Rules = z.infer<typeof rulesSchema>
export type Setup = z.infer<typeof setupSchema>
