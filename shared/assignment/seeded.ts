import { canonicalHash } from '../record/hash.ts'

/** An order that follows from the seed alone, so that whoever has it can draw it again. Ids are different from each other. */
export function shuffled(ids: readonly string[], seed: string): readonly string[] {
  const drawn = new Map(ids.map((id) => [id, canonicalHash([seed, id])]))
  return ids.toSorted((left, right) => ((drawn.get(left) ?? '') < (drawn.get(right) ?? '') ? -1 : 1))
}

/** A whole number from 0 to 9,999 that follows from the seed and what it is drawn for. */
export function drawnNumber(seed: string, ...what: readonly string[]): number {
  return Number.parseInt(canonicalHash([seed, ...what]).slice(0, 12), 16) % 10_000
}
