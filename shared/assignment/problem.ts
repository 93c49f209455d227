/** Somebody who can be assigned. `home` and `organization` are compared as `alike.ts` says; null where nothing is known. */
export interface Assignable {
  readonly id: string
  readonly home: string | null
  readonly organization: string | null
  /** How sentences name them; the id where left out. */
  readonly label?: string
}

/** A panel as it is set so far. */
export interface DraftPanel {
  readonly id: string
  readonly title: string
  readonly monitor: string | null
  readonly reviewers: readonly string[]
}

/** A panel that stays; what it lacks is added. */
export interface FixedPanel extends DraftPanel {
  /** At work already: it has the seats that it has, nobody is added, and who reads what there is not asked again. */
  readonly atWork?: boolean
}

/** What staff set by hand and is kept; panels and places that are missing are added. */
export interface FixedParts {
  readonly panels: readonly FixedPanel[]
  /** Application to panel. */
  readonly places: Readonly<Record<string, string>>
}

/** Applications that a panel at work reads already, with the panel. */
export function placesAtWork(fixed: FixedParts | undefined): ReadonlyMap<string, FixedPanel> {
  const atWork = new Map(fixed?.panels.filter((panel) => panel.atWork).map((panel) => [panel.id, panel]))
  return new Map(
    Object.entries(fixed?.places ?? {}).flatMap(([application, id]) => {
      const panel = atWork.get(id)
      return panel ? [[application, panel]] : []
    }),
  )
}

export interface AssignmentProblem {
  readonly reviewers: readonly Assignable[]
  readonly monitors: readonly Assignable[]
  readonly applications: readonly Assignable[]
  /** Pairs that are kept apart: recused, and unsure until decided. Of reviewers and of monitors. */
  readonly conflicts: readonly { readonly person: string; readonly application: string }[]
  readonly panels: number
  /** Reviewers a panel. */
  readonly seats: number
  /** The most panels that one reviewer may sit on. */
  readonly mostPanels: number
  /** Any text; the same problem with the same seed has the same assignment. */
  readonly seed: string
  readonly fixed?: FixedParts
  /** Loads may differ by more than one where they must, and then by no more than is needed. */
  readonly uneven?: boolean
}

export interface AssignedPanel extends DraftPanel {
  readonly monitor: string
}

export interface Assignment {
  readonly panels: readonly AssignedPanel[]
  /** Application to panel. */
  readonly places: Readonly<Record<string, string>>
  readonly seed: string
}

/** Why there is none, in plain sentences. */
export interface NoAssignment {
  readonly impossible: readonly string[]
  /** False where time ran out before it was known; the sentences say so too. */
  readonly proven: boolean
}

export type AssignmentAnswer = Assignment | NoAssignment
