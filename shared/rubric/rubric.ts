/** A rubric as data. Points are whole numbers in units of the rubric's step (one point in Race to the Top). */
export interface Rubric {
  readonly id: string
  readonly title: string
  readonly version: number
  /** What the parts must add up to; checked at load by `rubricFaults`. */
  readonly totals: {
    readonly criteria: number
    readonly rows: number
    readonly criteriaPoints: number
    readonly priorityPoints: number
    readonly points: number
  }
  readonly areas: readonly Area[]
  readonly criteria: readonly Criterion[]
  readonly priorities: readonly Priority[]
}

export interface Area {
  readonly id: string
  readonly title: string
  readonly points: number
}

/** A selection criterion. Its score is the sum of its rows; strengths and weaknesses are written for it as a whole. */
export interface Criterion {
  readonly id: string
  readonly area: string
  readonly title: string
  readonly short: string
  readonly points: number
  readonly summary: string
  readonly rows: readonly Row[]
}

/** What a reviewer scores: a sub-criterion, or the criterion itself where the notice divides it no further. */
export interface Row {
  readonly id: string
  readonly label: string
  readonly title: string
  readonly short: string
  readonly max: number
  readonly summary: string
  readonly parts: readonly { readonly label: string; readonly text: string }[]
  readonly evidence: readonly string[]
  readonly bands: Bands | null
  readonly rule: Rule | null
}

export type BandName = 'low' | 'medium' | 'high'

/** The ranges that the notice prints for a maximum, both ends included: a guide, not a limit. */
export type Bands = { readonly [band in BandName]: readonly [from: number, to: number] }

/** `elements` and `choice` fix what can be given. `guidance` is shown and may warn, and never blocks. */
export type Rule = ElementsRule | ChoiceRule | GuidanceRule

export interface ElementsRule {
  readonly kind: 'elements'
  readonly each: number
  readonly elements: readonly { readonly id: string; readonly title: string }[]
  readonly text: string
}

export interface ChoiceRule {
  readonly kind: 'choice'
  readonly choices: readonly { readonly points: number; readonly when: string }[]
  readonly text: string
}

export interface GuidanceRule {
  readonly kind: 'guidance'
  readonly text: string
  readonly bands: readonly { readonly band: BandName | 'zero'; readonly when: string }[]
  readonly noMedium?: true
  /** Where the notice contradicts itself: both readings and the staff's ruling. */
  readonly conflict?: string
}

export type Priority = AbsolutePriority | CompetitivePriority | InvitationalPriority

interface PriorityBase {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly points: number
}

/** Met or not met; not met takes the application out. */
export interface AbsolutePriority extends PriorityBase {
  readonly kind: 'absolute'
}

/** All or nothing, decided by the panel (the STEM priority). */
export interface CompetitivePriority extends PriorityBase {
  readonly kind: 'competitive'
  readonly parts: readonly { readonly label: string; readonly text: string }[]
}

/** Comment only, no points. */
export interface InvitationalPriority extends PriorityBase {
  readonly kind: 'invitational'
}

/** All scorable rows in rubric order. */
export function rowsOf(rubric: Rubric): readonly Row[] {
  return rubric.criteria.flatMap((criterion) => criterion.rows)
}

/** The row of that id, or undefined. */
export function findRow(rubric: Rubric, rowId: string): Row | undefined {
  return rowsOf(rubric).find((row) => row.id === rowId)
}

/** The criterion a row belongs to. Throws when the rubric has no such row. */
export function criterionOf(rubric: Rubric, rowId: string): Criterion {
  const criterion = rubric.criteria.find(({ rows }) => rows.some((row) => row.id === rowId))
  if (!criterion) throw new Error(`The rubric has no row ${rowId}.`)
  return criterion
}

/** Priorities on which a reviewer determines yes or no (absolute and competitive). */
export function determinedPriorities(rubric: Rubric): readonly (AbsolutePriority | CompetitivePriority)[] {
  return rubric.priorities.filter((priority) => priority.kind !== 'invitational')
}

/** Priorities that take a comment only. */
export function invitationalPriorities(rubric: Rubric): readonly InvitationalPriority[] {
  return rubric.priorities.filter((priority) => priority.kind === 'invitational')
}

/** The priority that the panel decides by vote, or undefined where the rubric has none. */
export function votedPriority(rubric: Rubric): CompetitivePriority | undefined {
  return rubric.priorities.find((priority) => priority.kind === 'competitive')
}
