/** A rubric as data. Points are whole numbers in units of the rubric's step (one point in Race to the Top; `Scale`). */
export interface Rubric {
  readonly id: string
  readonly title: string
  readonly version: number
  /** How points are counted and shown. Where it is left out a unit is a point, and more is better. */
  readonly scale?: Scale
  /** What an application's score must reach, in units; none where it is left out. */
  readonly threshold?: number
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

/** A rubric's scale: how many units make a point, and which end is the better one. */
export interface Scale {
  /** 1 for whole points, 2 for halves, 4 for quarters, 10 for tenths. */
  readonly perPoint: 1 | 2 | 4 | 10
  /** `low` where 1 is best (NIH). */
  readonly best: Best
  /** How a result is told where it is not the plain mean in points: the mean times so much, to so many decimals (NIH: times 10, none). */
  readonly result?: { readonly times: number; readonly decimals: 0 | 1 | 2 }
}

/** The better end of a scale. */
export type Best = 'high' | 'low'

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
  /** Left out where its points are part of the total; false where they only explain it (NIH: the scored factors). */
  readonly counted?: false
  /** What the mean of its points must reach, in units; none where it is left out. */
  readonly threshold?: number
}

/** What a reviewer scores: a sub-criterion, or the criterion itself where the notice divides it no further. */
export interface Row {
  readonly id: string
  readonly label: string
  readonly title: string
  readonly short: string
  /** In units. */
  readonly max: number
  /** The least that can be given, in units; 0 where it is left out. */
  readonly min?: number
  readonly summary: string
  readonly parts: readonly { readonly label: string; readonly text: string }[]
  readonly evidence: readonly string[]
  readonly bands: Bands | null
  readonly rule: Rule | null
}

export type BandName = 'low' | 'medium' | 'high'

/**
 * The ranges that the notice prints for a row, in units, both ends included: a guide, not a limit. `low` is the weakest: where 1 is best
 * it holds the highest numbers.
 */
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

export type Priority = AbsolutePriority | CompetitivePriority | InvitationalPriority | JudgedPriority

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

/** Judged yes or no with reasons, without points and without a vote, and taking nothing out (NIH: sufficient or not). */
export interface JudgedPriority extends PriorityBase {
  readonly kind: 'judged'
  /** What the two answers are called. */
  readonly words: { readonly yes: string; readonly no: string }
}

/** All scorable rows in rubric order. */
export function rowsOf(rubric: Rubric): readonly Row[] {
  return rubric.criteria.flatMap((criterion) => criterion.rows)
}

/** The least that can be given on a row, in units. */
export function leastOf({ min }: Pick<Row, 'min'>): number {
  return min ?? 0
}

/** How far apart the points of a row can lie, in units: from its least to its most. */
export function rangeOf(row: Pick<Row, 'min' | 'max'>): number {
  return row.max - leastOf(row)
}

/** The criteria whose points make the total. */
export function countedCriteria(rubric: Pick<Rubric, 'criteria'>): readonly Criterion[] {
  return rubric.criteria.filter(({ counted }) => counted !== false)
}

/** The rows whose points make the total, in rubric order. */
export function countedRows(rubric: Pick<Rubric, 'criteria'>): readonly Row[] {
  return countedCriteria(rubric).flatMap((criterion) => criterion.rows)
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

/** Priorities on which a reviewer determines yes or no: all that take more than a comment. */
export function determinedPriorities(
  rubric: Rubric,
): readonly (AbsolutePriority | CompetitivePriority | JudgedPriority)[] {
  return rubric.priorities.filter((priority) => priority.kind !== 'invitational')
}

/** Priorities that take a comment only. */
export function invitationalPriorities(rubric: Rubric): readonly InvitationalPriority[] {
  return rubric.priorities.filter((priority) => priority.kind === 'invitational')
}

/** The priority that the panel decides by vote, or undefined where the rubric has none. */
export function votedPriority(rubric: Pick<Rubric, 'priorities'>): CompetitivePriority | undefined {
  return rubric.priorities.find((priority) => priority.kind === 'competitive')
}
