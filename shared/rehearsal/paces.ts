/** How fast played seats go on: as people do, briskly, or as fast as they may. */
export const paces = ['slow', 'brisk', 'fast'] as const

export type Pace = (typeof paces)[number]

/**
 * How long a played seat takes for one row that it scores, in milliseconds, before the jitter; a comment takes two of these. A
 * reviewer of 2010 had a day for an application: the slow pace is that of people who have read it before, and talk. The fast one stays
 * within what one person may send.
 */
export const beatMs: Readonly<Record<Pace, number>> = { slow: 3_000, brisk: 1_000, fast: 60 }
