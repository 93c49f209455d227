import type { Arranged } from './load.ts'

/** Panels that share reviewers, directly or over others, with all who sit there and all that is read there. */
export interface MeetingGroup {
  readonly panels: readonly string[]
  readonly reviewers: readonly string[]
  readonly applications: readonly string[]
}

/**
 * The connected parts of the graph of reviewers and applications, the one with the most applications first. With one part, any two
 * scores can be compared over people who gave both; between two parts nobody read on both sides, so a difference between them may
 * be one of panels and not of applications. A panel that nobody sits on is a part of its own.
 */
export function meetingGroups({ panels, places }: Arranged): readonly MeetingGroup[] {
  const groups: { panels: string[]; reviewers: Set<string> }[] = []
  for (const panel of panels) {
    const met = groups.filter(({ reviewers }) => panel.reviewers.some((reviewer) => reviewers.has(reviewer)))
    const joined = {
      panels: [...met.flatMap((group) => group.panels), panel.id],
      reviewers: new Set([...met.flatMap((group) => [...group.reviewers]), ...panel.reviewers]),
    }
    groups.splice(0, groups.length, ...groups.filter((group) => !met.includes(group)), joined)
  }
  const order = new Map(panels.map(({ id }, at) => [id, at]))
  return groups
    .map((group) => ({
      panels: group.panels.toSorted((left, right) => (order.get(left) ?? 0) - (order.get(right) ?? 0)),
      reviewers: [...group.reviewers].toSorted(),
      applications: Object.keys(places)
        .filter((application) => group.panels.includes(places[application] ?? ''))
        .toSorted(),
    }))
    .toSorted((left, right) => right.applications.length - left.applications.length)
}
