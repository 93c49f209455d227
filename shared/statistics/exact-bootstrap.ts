import type { Best } from '../rubric/rubric.ts'
import { sumOf } from './dispersion.ts'
import { reaches } from './line.ts'

export interface Bootstrap {
  /** Of all draws, those that are through. */
  readonly through: number
  /** All draws: n to the power of n. */
  readonly draws: number
  /** Different draws: n of n with repetition, whatever their order. */
  readonly different: number
  /** The first by the second. */
  readonly chance: number
}

/**
 * How often the mean would be on the line or on its better side, were as many reviewers like these drawn again: every draw with replacement is
 * counted, none is made at random (idea of Graves, Barnett & Clarke 2011). Totals and line are whole units; null of fewer than 3
 * totals or more than 7. With so few, the spread is understated by the square root of (n − 1) ÷ n.
 */
export function exactBootstrap(
  totals: readonly number[],
  line: number,
  best: Best = 'high',
): Bootstrap | null {
  const count = totals.length
  if (count < 3 || count > 7) return null
  let through = 0
  let draws = 0
  let different = 0
  for (const { counts, weight } of multisets(count)) {
    const sum = sumOf(totals.map((total, at) => total * (counts[at] ?? 0)))
    draws += weight
    different += 1
    if (reaches(sum - count * line, best)) through += weight
  }
  return { through, draws, different, chance: through / draws }
}

interface Multiset {
  /** How often each is drawn. */
  readonly counts: readonly number[]
  /** In how many orders that can happen: n! ÷ ∏ counts!. */
  readonly weight: number
}

const known = new Map<number, readonly Multiset[]>()

/** Every way to draw n times from n, without regard to order, with its multinomial weight. */
function multisets(size: number): readonly Multiset[] {
  const found = known.get(size) ?? [...filled([], size, size, factorial(size))]
  known.set(size, found)
  return found
}

function* filled(
  counts: readonly number[],
  left: number,
  places: number,
  weight: number,
): Generator<Multiset> {
  if (places === 1) {
    yield { counts: [...counts, left], weight: weight / factorial(left) }
    return
  }
  for (let drawn = 0; drawn <= left; drawn += 1) {
    yield* filled([...counts, drawn], left - drawn, places - 1, weight / factorial(drawn))
  }
}

function factorial(whole: number): number {
  return whole < 2 ? 1 : whole * factorial(whole - 1)
}
