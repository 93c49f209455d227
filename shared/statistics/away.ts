import { median } from './dispersion.ts'

export interface Away {
  /** Who is so far away, by place in the points given. */
  readonly who: readonly number[]
  readonly of: number
  /** The smallest distance that counts, in units: whole, or a half more where the middle lies between two scores. */
  readonly least: number
}

/**
 * Who lies a quarter of a row's range (`rangeOf`) or more from the middle score, or null of fewer than two. Points are whole units; with an
 * even number the middle may be half a unit, and the distances with it.
 */
export function away(points: readonly number[], range: number): Away | null {
  if (points.length < 2) return null
  const middle = median(points)
  const half = middle % 1
  const who = points.flatMap((each, at) => {
    const distance = Math.abs(each - middle)
    // Whoever gave the middle score is not away from it, on a row without any points either.
    return distance > 0 && distance * 4 >= range ? [at] : []
  })
  return { who, of: points.length, least: Math.ceil(range / 4 - half) + half }
}
