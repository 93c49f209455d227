import { sumOf } from './dispersion.ts'

/**
 * a_wg (Brown & Hauenstein 2005) of whole points on a scale: 1 where all say the same, about 0 where they spread evenly, −1 where
 * they sit at both ends. Null of fewer than two, and where the mean lies so near an end that the most possible disagreement
 * around it cannot be had with this many people; all on one end is agreement, and 1. Null also where a row without points counts below
 * the least that it takes.
 */
export function agreementIndex(
  points: readonly number[],
  { lowest, highest }: { readonly lowest: number; readonly highest: number },
): number | null {
  const count = points.length
  if (count < 2) return null
  if (points.some((each) => each < lowest || each > highest)) return null
  const sum = sumOf(points)
  if (sum === count * lowest || sum === count * highest) return 1
  if (sum < (count - 1) * lowest + highest || sum > (count - 1) * highest + lowest) return null
  // 1 − 2s² ÷ [((H + L)m − m² − HL) × n ÷ (n − 1)], brought onto one division of whole numbers.
  const spread = count * sumOf(points.map((each) => each * each)) - sum * sum
  return 1 - (2 * spread) / ((count * highest - sum) * (sum - count * lowest))
}
