import type { SetUpState } from './set-up-state.ts'
import type { Competition } from './state.ts'

/** The competition with something else in its set-up. */
export function withSetUp(state: Competition, changed: Partial<SetUpState>): Competition {
  return { ...state, setUp: { ...state.setUp, ...changed } }
}

/** A list with these added, and in the place of those of the same id. */
export function upserted<T extends { readonly id: string }>(
  there: readonly T[],
  set: readonly T[],
): readonly T[] {
  const given = new Map(set.map((item) => [item.id, item]))
  const known = new Set(there.map(({ id }) => id))
  return [...there.map((item) => given.get(item.id) ?? item), ...set.filter(({ id }) => !known.has(id))]
}

/** A record without these keys. */
export function without<T>(record: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)))
}
