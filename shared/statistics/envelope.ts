import type { Best } from '../rubric/rubric.ts'
import { sumOf } from './dispersion.ts'
import { reaches } from './line.ts'

export interface Envelope {
  /** The total where everybody takes the lowest number given on every row, and the highest; whole units. Where 1 is best the lowest is the best. */
  readonly lowest: number
  readonly highest: number
  /** Whether any agreement among these reviewers, on any mixture of the views given, can move the application over the line. */
  readonly crosses: boolean
}

/** All that agreement could lead to: `rows` hold everybody's whole points, one list a row, none of them empty; `line` in units. */
export function envelope(rows: readonly (readonly number[])[], line: number, best: Best = 'high'): Envelope {
  const lowest = sumOf(rows.map((points) => Math.min(...points)))
  const highest = sumOf(rows.map((points) => Math.max(...points)))
  return { lowest, highest, crosses: reaches(lowest - line, best) !== reaches(highest - line, best) }
}
