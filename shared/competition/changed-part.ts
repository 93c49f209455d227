import { refuse, type Refusal } from './refusal.ts'
import type { Person } from './setup.ts'
import type { Competition } from './state.ts'

/**
 * Why somebody decides nothing in this very state, whatever it is, or null: they are no longer of the competition, or are something else
 * in it, since they were asked who they are.
 */
export function changedPart({ people }: Competition, { id, role }: Person): Refusal | null {
  return people.some((person) => person.id === id && person.role === role)
    ? null
    : refuse('not-yours', partHasChanged)
}

/** What is said to them, here and where their lines end. */
export const partHasChanged = 'Your part in this competition has changed. Sign in again.'
