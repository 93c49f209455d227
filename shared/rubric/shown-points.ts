import type { Rubric } from './rubric.ts'

type Scaled = Pick<Rubric, 'scale'>

/** How many units make a point: 1 unless the rubric's scale says otherwise. */
export function unitsPerPoint({ scale }: Scaled): number {
  return scale?.perPoint ?? 1
}

/** Whether more points are better; on a scale from 1 to 9 where 1 is best they are not. */
export function moreIsBetter({ scale }: Scaled): boolean {
  return scale?.best !== 'low'
}

const decimalsOf: Readonly<Record<number, number>> = { 1: 0, 2: 1, 4: 2, 10: 1 }

/** Units as points for people: 7 units of halves are "3.5"; whole points have no decimals. Exact, never rounded. */
export function shownPoints(rubric: Scaled, units: number): string {
  const perPoint = unitsPerPoint(rubric)
  const sign = units < 0 ? '−' : ''
  return `${sign}${(Math.abs(units) / perPoint).toFixed(decimalsOf[perPoint] ?? 0)}`
}

/** Points as somebody typed them as units, or null where they lie between two steps or are no number. */
export function unitsOf(rubric: Scaled, points: number): number | null {
  const units = points * unitsPerPoint(rubric)
  const nearest = Math.round(units)
  return Number.isFinite(units) && Math.abs(units - nearest) < 1e-9 ? nearest : null
}
