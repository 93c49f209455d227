import type { Bands } from '../rubric.ts'

/**
 * The low, medium and high ranges the notice prints, by the maximum of a row (Appendix B, III). They guide and
 * never limit. A maximum that is not in this table has no bands, and none are to be worked out for it.
 */
export const printed = {
  5: { low: [0, 1], medium: [2, 3], high: [4, 5] },
  7: { low: [0, 2], medium: [3, 4], high: [5, 7] },
  10: { low: [0, 2], medium: [3, 7], high: [8, 10] },
  14: { low: [0, 4], medium: [5, 9], high: [10, 14] },
  15: { low: [0, 4], medium: [5, 10], high: [11, 15] },
  20: { low: [0, 5], medium: [6, 14], high: [15, 20] },
  21: { low: [0, 5], medium: [6, 15], high: [16, 21] },
  25: { low: [0, 7], medium: [8, 18], high: [19, 25] },
  30: { low: [0, 8], medium: [9, 21], high: [22, 30] },
  35: { low: [0, 9], medium: [10, 25], high: [26, 35] },
  40: { low: [0, 10], medium: [11, 29], high: [30, 40] },
  45: { low: [0, 12], medium: [13, 33], high: [34, 45] },
} as const satisfies Record<number, Bands>
