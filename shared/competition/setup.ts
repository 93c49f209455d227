import { z } from 'zod'
import { partIdSchema } from '../rubric/id-schemas.ts'
import { mostUnits } from '../rubric/rubric-limits.ts'

/** Ids of people, panels and applications. */
export const setUpId = z.string().regex(/^(?!constructor$)[a-z0-9-]{1,40}$/)
const id = setUpId

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
  /** Of what the row can range over. */
  percent: z.int().min(1).max(100),
  /** In units of the rubric's step. */
  points: z.int().min(1).max(mostUnits),
})

/** Whole dollars. */
export const dollars = z.int().min(0).max(1_000_000_000_000)

/** What a competition asks for in its own words and numbers; what is left out is as in 2010 (`rulesOf`). */
export const rulesSchema = z.strictObject({
  /** What a reviewer says in giving a form: shown with the button, word for word. */
  attestation: z.string().min(1).max(2_000).exactOptional(),
  /** How many characters a comment should have; shorter ones are pointed out and not refused. */
  shortestComment: z.int().min(1).max(2_000).exactOptional(),
  /** How far apart the points of a row must be to be called a split, or a spread. */
  flags: z.strictObject({ split: flagRule, spread: flagRule }).exactOptional(),
  /** The score, STEM points included, that an application must reach, in units of the rubric's step. */
  scoreLine: z.int().min(1).max(mostUnits).exactOptional(),
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
  /** What everybody says in certifying that they have no conflict: shown with the question, word for word. */
  conflictText: z.string().min(1).max(4_000).exactOptional(),
  /** Whether strengths and weaknesses must be written before a form can be ready. */
  comments: z.enum(['required', 'optional']).exactOptional(),
  /** More than half of what decides an all-or-nothing priority: the panel's seats, or the answers given. */
  majority: z.enum(['seats', 'answers']).exactOptional(),
  /** Whether a seat that staff excused, or that is recused, counts among the seats of a vote. */
  excusedCounts: z.boolean().exactOptional(),
  recusedCounts: z.boolean().exactOptional(),
  /** How the forms of a panel make one score: the plain mean, the median, or the mean without the highest and the lowest. */
  averaging: z.enum(['mean', 'median', 'trimmed']).exactOptional(),
  /** What breaks a tie where the money does not reach all the tied: criteria or rows, the first that differs. */
  tieBreak: z.array(partIdSchema).max(20).exactOptional(),
  /** Funding goes down the ranks until the next does not fit, or past it to those that do. */
  funding: z.enum(['stop', 'pass']).exactOptional(),
  /** Whole dollars that there are in all, and that one application may ask for; no bound where left out. */
  budget: dollars.exactOptional(),
  mostRequested: dollars.exactOptional(),
  /** Whether a lock, or an unlock, takes a second member of program staff. */
  secondPerson: z.boolean().exactOptional(),
  /** Minutes of a finalist's presentation and of the questions after it; people that the team may have. */
  presentationMinutes: z.int().min(5).max(240).exactOptional(),
  questionMinutes: z.int().min(0).max(240).exactOptional(),
  teamSize: z.int().min(1).max(20).exactOptional(),
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
