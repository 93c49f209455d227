import type { DraftPanel } from './problem.ts'

/** What a draft or an assignment has in common with what staff fixed. */
export interface Arranged {
  readonly panels: readonly DraftPanel[]
  readonly places: Readonly<Record<string, string>>
}

export interface ReviewerLoad {
  readonly reviewer: string
  readonly panels: number
  readonly applications: number
}

/** The least and the most of something, and how far they are apart. */
export interface LoadSpread {
  readonly least: number
  readonly most: number
  readonly spread: number
}

export interface AssignmentLoad {
  /** In the order of `people`. */
  readonly reviewers: readonly ReviewerLoad[]
  readonly panelsEach: LoadSpread
  readonly applicationsEach: LoadSpread
  /** Applications a panel. */
  readonly panelSizes: LoadSpread
}

/** What each reviewer carries, and how far that is apart; `people` are all reviewers, so that those without a panel count. */
export function loadOf({ panels, places }: Arranged, people: readonly string[]): AssignmentLoad {
  const size = new Map(panels.map(({ id }) => [id, 0]))
  for (const panel of Object.values(places)) size.set(panel, (size.get(panel) ?? 0) + 1)
  const reviewers = people.map((reviewer) => {
    const mine = panels.filter((panel) => panel.reviewers.includes(reviewer))
    const applications = mine.reduce((sum, { id }) => sum + (size.get(id) ?? 0), 0)
    return { reviewer, panels: mine.length, applications }
  })
  return {
    reviewers,
    panelsEach: spreadOf(reviewers.map((load) => load.panels)),
    applicationsEach: spreadOf(reviewers.map((load) => load.applications)),
    panelSizes: spreadOf(panels.map(({ id }) => size.get(id) ?? 0)),
  }
}

function spreadOf(numbers: readonly number[]): LoadSpread {
  if (numbers.length === 0) return { least: 0, most: 0, spread: 0 }
  const least = Math.min(...numbers)
  const most = Math.max(...numbers)
  return { least, most, spread: most - least }
}
