import { useState, useSyncExternalStore } from 'react'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { type Flag, widestFirst } from '../../shared/statistics/disagreement.ts'
import type { RowEffects } from '../../shared/statistics/effects.ts'
import type { RowFilter } from './row-filter.ts'
import type { RowScores } from './row-scores.ts'

/** `line`: by what settling a row means for the line, for a monitor whom the competition lets see that. */
export type OrderChoice = 'widest' | 'rubric' | 'line'

interface OrderOption {
  readonly value: OrderChoice
  readonly label: string
}

export const orderChoices: readonly OrderOption[] = [
  { value: 'widest', label: 'Widest first' },
  { value: 'rubric', label: 'Rubric order' },
]

export const lineChoice: OrderOption = { value: 'line', label: 'For the line' }

/** What a row is listed under: its flag, else close, else alone where fewer than two scores are there to compare. */
export type Heading = Flag | 'close' | 'alone'

/** Rows under one heading: how they are listed, an area of the rubric, or whether a row could carry the application over the line alone. */
export type RowGroup = { readonly rows: readonly string[] } & (
  | { readonly by: 'flag'; readonly flag: Heading }
  | { readonly by: 'area'; readonly area: string }
  | { readonly by: 'line'; readonly crosses: boolean }
)

/**
 * The rows in an order, in groups: split, spread, close and what cannot be compared, the widest first; or the areas as the rubric has them;
 * or by what they mean for the line, where `stakes` says so, those that cost most to leave unsettled first.
 */
export function groupRows(
  rows: readonly RowScores[],
  choice: OrderChoice,
  rubric: Rubric,
  stakes: readonly RowEffects[] | null = null,
): readonly RowGroup[] {
  if (choice === 'line' && stakes !== null) {
    return [true, false]
      .map(
        (crosses): RowGroup => ({
          by: 'line',
          crosses,
          rows: stakes.filter((row) => row.stakes.couldCross === crosses).map(({ row }) => row),
        }),
      )
      .filter(({ rows: found }) => found.length > 0)
  }
  if (choice === 'rubric') {
    return rubric.areas.map(({ id }) => ({
      by: 'area',
      area: id,
      rows: rows.filter(({ criterion }) => criterion.area === id).map(({ row }) => row.id),
    }))
  }
  const sorted = rows.toSorted(widestFirst)
  return (['split', 'spread', 'close', 'alone'] as const)
    .map(
      (flag): RowGroup => ({
        by: 'flag',
        flag,
        rows: sorted.filter(({ found }) => headingOf(found) === flag).map(({ row }) => row.id),
      }),
    )
    .filter(({ rows: found }) => found.length > 0)
}

function headingOf(found: RowScores['found']): Heading {
  return found ? (found.flag ?? 'close') : 'alone'
}

export interface KeptOrder {
  readonly groups: readonly RowGroup[]
  /** Scores have moved and the order that is shown is the one from before. */
  readonly changed: boolean
  readonly sortAgain: () => void
}

/**
 * Shows the wanted order. A change that comes while it is `held` waits until it is asked for, so that no row moves under a
 * cursor or a focus; another choice of order is shown at once.
 */
export function useKeptOrder(wanted: readonly RowGroup[], choice: OrderChoice, held: boolean): KeptOrder {
  const [kept, setKept] = useState({ groups: wanted, choice })
  const [seen, setSeen] = useState(wanted)
  if (!sameGroups(seen, wanted)) {
    setSeen(wanted)
    if (!held || choice !== kept.choice) setKept({ groups: wanted, choice })
  }
  return {
    groups: kept.groups,
    changed: !sameGroups(kept.groups, wanted),
    sortAgain: () => setKept({ groups: wanted, choice }),
  }
}

function sameGroups(left: readonly RowGroup[], right: readonly RowGroup[]): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right)
}

/** How the rows of a review were last listed, for going from one row to the next and back to the list. */
interface Listed {
  readonly choice: OrderChoice
  readonly filter: RowFilter
  /** As a picture, or as a table of the same numbers. */
  readonly look: 'picture' | 'table'
  readonly rows: readonly string[]
  readonly last: string | null
}

const nothingListed: Listed = { choice: 'widest', filter: 'all', look: 'picture', rows: [], last: null }
const listed = new Map<string, Listed>()
const listeners = new Set<() => void>()

/** How this page last listed the rows of a review. */
export function useListed(review: string): Listed {
  return useSyncExternalStore(subscribe, () => listed.get(review) ?? nothingListed)
}

export function rememberListed(review: string, next: Partial<Listed>): void {
  listed.set(review, { ...(listed.get(review) ?? nothingListed), ...next })
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
