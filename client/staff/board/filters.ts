import type { ReviewView } from '../../../shared/competition/view.ts'
import { steps } from '../../../shared/competition/step.ts'
import { needsStaff } from '../needs.ts'
import { isBlocked } from './line-flags.ts'

/** Which applications the board shows, in the order of its choices. */
export const boardFilters = {
  all: 'All',
  staff: 'Needs staff',
  behind: 'Behind',
  blocked: 'Blocked',
  unopened: 'Not opened',
} as const

export type BoardFilter = keyof typeof boardFilters

/** How the board's lines are put: under their panels, or in one list. */
export const boardOrders = {
  panels: 'By panel',
  applicant: 'By applicant',
  step: 'Least far first',
} as const

export type BoardOrder = keyof typeof boardOrders

/** A review on the board with how many of its seats are behind. */
export interface BoardEntry {
  readonly review: ReviewView
  readonly behind: number
}

/** Lines that stand together under one heading. */
export interface BoardGroup {
  readonly id: string
  readonly title: string
  readonly entries: readonly BoardEntry[]
}

/** Whether a filter lets an application through. */
export function isShown({ review, behind }: BoardEntry, filter: BoardFilter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'staff':
      return needsStaff(review)
    case 'behind':
      return behind > 0
    case 'blocked':
      return isBlocked(review)
    case 'unopened':
      return review.of === null && review.tier > 0
  }
}

/** Whether every word that is searched for begins a word of the applicant or the panel. */
export function isFound({ review }: BoardEntry, search: string): boolean {
  const words = wordsOf(`${review.application.applicant} ${review.of?.title ?? ''}`)
  return wordsOf(search).every((wanted) => words.some((word) => word.startsWith(wanted)))
}

/** The lines as the board puts them. Samples, and applications without a panel, stand apart and last. */
export function groupsOf(entries: readonly BoardEntry[], order: BoardOrder): readonly BoardGroup[] {
  if (order !== 'panels') {
    const sorted = entries.toSorted(
      (left, right) => (order === 'step' ? farOf(left) - farOf(right) : 0) || byApplicant(left, right),
    )
    return sorted.length === 0 ? [] : [{ id: 'all', title: boardOrders[order], entries: sorted }]
  }
  const groups = Map.groupBy(entries, ({ review }) => keyOf(review))
  return [...groups]
    .map(([id, each]): BoardGroup => ({ id, title: titleOf(id, each), entries: each }))
    .toSorted((left, right) => rankOf(left) - rankOf(right) || inNumbers.compare(left.title, right.title))
}

/**
 * The groups in so many columns one beside the other, in order, cut where they are filled about alike; so that opening a line moves
 * nothing in the column beside it.
 */
export function inColumns(groups: readonly BoardGroup[], count: number): readonly (readonly BoardGroup[])[] {
  const weight = ({ entries }: BoardGroup): number => entries.length + headWeight
  const whole = groups.reduce((sum, group) => sum + weight(group), 0)
  const columns: BoardGroup[][] = Array.from({ length: count }, () => [])
  let before = 0
  for (const group of groups) {
    const middle = before + weight(group) / 2
    columns[Math.min(count - 1, Math.floor((middle / whole) * count))]?.push(group)
    before += weight(group)
  }
  return columns.filter((column) => column.length > 0)
}

/** A heading takes about as much room as this many lines. */
const headWeight = 1.4

const inNumbers = new Intl.Collator('en-US', { numeric: true })

function byApplicant(left: BoardEntry, right: BoardEntry): number {
  return inNumbers.compare(left.review.application.applicant, right.review.application.applicant)
}

function farOf({ review }: BoardEntry): number {
  return review.of === null ? -1 : steps.indexOf(review.step)
}

const sampleKey = 'sample'
const unassignedKey = 'unassigned'

function keyOf({ tier, of }: ReviewView): string {
  if (tier === 0) return sampleKey
  return of ? `panel ${of.panel}` : unassignedKey
}

function titleOf(id: string, [first]: readonly BoardEntry[]): string {
  if (id === sampleKey) return 'Sample'
  return first?.review.of?.title ?? 'Not opened to a panel'
}

function rankOf({ id }: BoardGroup): number {
  return id === sampleKey ? 2 : id === unassignedKey ? 1 : 0
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/u).filter(Boolean)
}
