import type { AssignmentPage } from '../../../../shared/protocol/assignment-page.ts'
import type { Draft } from './draft.ts'

/** How many panels, of how many, and how much of one reviewer: as typed. */
export interface Sizes {
  readonly panels: string
  readonly seats: string
  /** Empty for as many as are needed. */
  readonly mostPanels: string
}

export interface WholeSizes {
  readonly panels: number
  readonly seats: number
  readonly mostPanels: number
}

export const most = { panels: 60, seats: 9, mostPanels: 60 } as const satisfies Record<keyof Sizes, number>

/** Five reviewers a panel, as in 2010. */
const seatsOf2010 = 5

/** What the fields begin with: as the draft has it, else a panel for each monitor, of as many as there are where those are few. */
export function firstSizes({ monitors, reviewers }: AssignmentPage, { panels }: Draft): Sizes {
  const seats = usual(panels.map(({ reviewers }) => reviewers.length).filter((count) => count > 0))
  return {
    panels: String(Math.min(most.panels, panels.length || monitors.length || 1)),
    seats: String(seats ?? Math.min(seatsOf2010, Math.max(1, reviewers.length))),
    mostPanels: '',
  }
}

/** The number that comes most often, of two the larger. */
function usual(numbers: readonly number[]): number | undefined {
  const often = (number: number): number => numbers.filter((each) => each === number).length
  return numbers.toSorted((one, other) => often(other) - often(one) || other - one)[0]
}

/** The numbers that were typed, the most panels of a reviewer filled in; null where one of them is none. */
export function wholeSizes(sizes: Sizes, reviewers: number): WholeSizes | null {
  const panels = wholeIn(sizes.panels, most.panels)
  const seats = wholeIn(sizes.seats, most.seats)
  const typed = sizes.mostPanels.trim() === '' ? undefined : wholeIn(sizes.mostPanels, most.mostPanels)
  if (panels === null || seats === null || typed === null) return null
  const enough = Math.min(most.mostPanels, Math.max(1, Math.ceil((panels * seats) / Math.max(1, reviewers))))
  return { panels, seats, mostPanels: typed ?? enough }
}

/** What panels are looked at by: where the most panels of a reviewer are left open, nobody sits on too many. */
export function limitsIn({ seats, mostPanels }: Sizes): Pick<WholeSizes, 'seats' | 'mostPanels'> {
  return {
    seats: wholeIn(seats, most.seats) ?? most.seats,
    mostPanels: wholeIn(mostPanels, most.mostPanels) ?? most.mostPanels,
  }
}

export function wholeIn(typed: string, upTo: number): number | null {
  const number = Number(typed.trim())
  return /^\d+$/.test(typed.trim()) && number >= 1 && number <= upTo ? number : null
}
