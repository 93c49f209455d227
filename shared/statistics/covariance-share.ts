import { sumOf } from './dispersion.ts'

/**
 * How much each row drives the spread of the totals: cov(row, total) ÷ var(total). The shares add up to 1; a row that pulls against
 * the others has one below 0. `rows` hold everybody's whole points in one order. Null where all totals are the same.
 */
export function covarianceShares(rows: readonly (readonly number[])[]): readonly number[] | null {
  const count = rows[0]?.length ?? 0
  const totals = Array.from({ length: count }, (_, at) => sumOf(rows.map((points) => points[at] ?? 0)))
  const sum = sumOf(totals)
  const against = (values: readonly number[]) =>
    count * sumOf(values.map((value, at) => value * (totals[at] ?? 0))) - sumOf(values) * sum
  const all = against(totals)
  return all === 0 ? null : rows.map((points) => against(points) / all)
}
