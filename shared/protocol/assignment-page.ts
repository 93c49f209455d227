import { z } from 'zod'
import type {
  Assignable,
  Assignment,
  AssignmentProblem,
  FixedParts,
  NoAssignment,
} from '../assignment/problem.ts'
import type { DrawTold } from '../competition/draft-told.ts'
import { draftSchema, drawNumbers } from '../competition/set-up.ts'

/**
 * Who and what can be assigned, for program staff alone: labels hold names, and homes and organizations stand beside them.
 * Applications that fail intake, and the sample, are not among them.
 */
export interface AssignmentPage {
  readonly reviewers: readonly Assignable[]
  readonly monitors: readonly Assignable[]
  /** The applicant is compared with the organizations of people. */
  readonly applications: readonly Assignable[]
  /** Recused, and not sure until staff decide. */
  readonly conflicts: AssignmentProblem['conflicts']
  /** Panels that stay: those at work, with what is open to them, and those that are kept. */
  readonly atWork: FixedParts
  /** Panels of the draft that read an application from which whoever asks is recused: others choose who sits there. */
  readonly kept: readonly string[]
  /** Why the others are not assigned. */
  readonly leftOut: readonly { readonly application: string; readonly sentence: string }[]
}

/** What is asked for when panels are drawn. */
export const drawSchema = z.strictObject({
  ...drawNumbers,
  /** A new one is drawn where none is given. */
  seed: z.string().trim().min(1).max(64).exactOptional(),
  /** What is kept beside panels at work, which always are; what it lacks is added. */
  keep: draftSchema.omit({ seed: true }).exactOptional(),
  /** Loads may differ by more than one where they must. */
  uneven: z.boolean().exactOptional(),
})

export type Draw = z.infer<typeof drawSchema>

/**
 * A draft that can be sent as `assignment.draft`, and the draw as it is on record, or null where all was kept and nothing was left to
 * draw; or why there is none: `proven` is false where time ran out before it was known.
 */
export type DrawAnswer = { readonly draft: Assignment; readonly draw: DrawTold | null } | NoAssignment
