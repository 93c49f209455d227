/** Who sits where and what is read there, whatever panels are called. */
export interface Arrangement {
  readonly panels: readonly {
    readonly id: string
    readonly monitor: string | null
    readonly reviewers: readonly string[]
  }[]
  /** Application to panel. */
  readonly places: Readonly<Record<string, string>>
}

/** What one arrangement has otherwise than another. */
export interface Otherwise {
  /** Seats and monitors; a panel that only one of them has counts as a monitor besides its seats. */
  readonly seats: number
  readonly applications: readonly string[]
}

/**
 * What is otherwise now than it was drawn, or saved before. Somebody in another's seat is one change; in which order people sit is none.
 * Of applications only `compared` are looked at: one that is gone, or fails intake by now, was not moved by hand.
 */
export function otherwise(before: Arrangement, now: Arrangement, compared: ReadonlySet<string>): Otherwise {
  const [was, is] = [byId(before), byId(now)]
  const panels = [...new Set([...was.keys(), ...is.keys()])]
  const seats = panels.map((id) => {
    const [one, other] = [was.get(id), is.get(id)]
    const left = one?.reviewers.filter((person) => !other?.reviewers.includes(person)) ?? []
    const came = other?.reviewers.filter((person) => !one?.reviewers.includes(person)) ?? []
    return Math.max(left.length, came.length) + (one?.monitor === other?.monitor ? 0 : 1)
  })
  const moved = [...compared].filter((application) => before.places[application] !== now.places[application])
  return { seats: seats.reduce((sum, count) => sum + count, 0), applications: moved.toSorted() }
}

/** How many changes these are. */
export function countOf({ seats, applications }: Otherwise): number {
  return seats + applications.length
}

function byId({ panels }: Arrangement): ReadonlyMap<string, Arrangement['panels'][number]> {
  return new Map(panels.map((panel) => [panel.id, panel]))
}
