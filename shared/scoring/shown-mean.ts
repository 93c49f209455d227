import type { Rubric } from '../rubric/rubric.ts'
import { shownPoints, unitsPerPoint } from '../rubric/shown-points.ts'
import { compareMeans, type ExactMean } from './exact-mean.ts'

type Scaled = Pick<Rubric, 'scale'>

/**
 * A mean of units as its rubric tells results: in points, to one decimal where points are whole and to two where they are not, or as
 * the scale says (NIH: times 10, without decimals). All decimals are always shown; halves go away from zero. Computed in whole numbers.
 */
export function shownMean(rubric: Scaled, mean: ExactMean): string {
  return inDecimals(rubric, mean, resultOf(rubric).decimals)
}

/** Means as they stand in one list: those that are unequal and would look equal get as many more decimals as tell them apart. */
export function shownApart(rubric: Scaled, means: readonly ExactMean[]): readonly string[] {
  const usual = means.map((mean) => shownMean(rubric, mean))
  return means.map((mean, at) => {
    const alike = means.filter((_, other) => usual[other] === usual[at])
    return inDecimals(rubric, mean, decimalsApart(rubric, alike))
  })
}

/** The division behind a mean as it stands beside it, in points: "2,204 ÷ 5"; for NIH "21 ÷ 5 × 10". */
export function shownDivision(rubric: Scaled, { sum, count }: ExactMean): string {
  const [whole = '', ...decimals] = shownPoints(rubric, sum).split('.')
  const points = [whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ','), ...decimals].join('.')
  const { times } = resultOf(rubric)
  return `${points} ÷ ${count}${times === 1 ? '' : ` × ${times}`}`
}

function resultOf(rubric: Scaled): { readonly times: number; readonly decimals: number } {
  return rubric.scale?.result ?? { times: 1, decimals: unitsPerPoint(rubric) === 1 ? 1 : 2 }
}

/** The fewest decimals in which those of these means that are unequal look so; as many as a result has where none are. */
function decimalsApart(rubric: Scaled, means: readonly ExactMean[]): number {
  const unequal = means.filter(
    (mean, at) => means.findIndex((other) => compareMeans(other, mean) === 0) === at,
  )
  let { decimals } = resultOf(rubric)
  while (new Set(unequal.map((mean) => inDecimals(rubric, mean, decimals))).size < unequal.length)
    decimals += 1
  return decimals
}

function inDecimals(rubric: Scaled, { sum, count }: ExactMean, decimals: number): string {
  const units = BigInt(count * unitsPerPoint(rubric))
  const scaled = BigInt(Math.abs(sum) * resultOf(rubric).times) * 10n ** BigInt(decimals)
  const rounded = (2n * scaled + units) / (2n * units)
  const digits = String(rounded).padStart(decimals + 1, '0')
  const sign = sum < 0 && rounded > 0n ? '−' : ''
  const point = digits.length - decimals
  return `${sign}${digits.slice(0, point)}${decimals === 0 ? '' : `.${digits.slice(point)}`}`
}
