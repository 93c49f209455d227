import { bandNames } from '../bands.ts'
import { rowsOf, type Best, type Bands, type Row, type Rubric, type Scale } from '../rubric.ts'
import { moreIsBetter, shownPoints, unitsPerPoint } from '../shown-points.ts'
import { withSums } from './sums.ts'

type PerPoint = Scale['perPoint']

/**
 * The same points in another step: halves instead of whole points. Where a number of points lies between two of the new steps, a
 * sentence that says which; nothing is rounded.
 */
export function inSteps(rubric: Rubric, perPoint: PerPoint): Rubric | string {
  const before = unitsPerPoint(rubric)
  const stuck = unitsIn(rubric).find(([, units]) => !Number.isInteger((units * perPoint) / before))
  if (stuck) return `${stuck[0]} has ${shownPoints(rubric, stuck[1])} points, which that step does not have.`
  const over = (units: number): number => (units * perPoint) / before
  return withSums({
    ...withScale(rubric, { perPoint }),
    ...(rubric.threshold === undefined ? {} : { threshold: over(rubric.threshold) }),
    criteria: rubric.criteria.map((criterion) => ({
      ...criterion,
      ...(criterion.threshold === undefined ? {} : { threshold: over(criterion.threshold) }),
      rows: criterion.rows.map((row) => scaledRow(row, over, perPoint / before)),
    })),
    priorities: rubric.priorities.map((priority) => ({ ...priority, points: over(priority.points) })),
  })
}

/** The other end of the scale is the better one: bands turn with it, so that High stays the best. */
export function withBest(rubric: Rubric, best: Best): Rubric {
  if (moreIsBetter(rubric) === (best === 'high')) return rubric
  const turned = ({ low, medium, high }: Bands): Bands => ({ low: high, medium, high: low })
  return {
    ...withScale(rubric, { best }),
    criteria: rubric.criteria.map((criterion) => ({
      ...criterion,
      rows: criterion.rows.map((row) => ({ ...row, bands: row.bands && turned(row.bands) })),
    })),
  }
}

/** Another way in which a result is told; null for the plain mean in points. */
export function withResult(rubric: Rubric, result: Scale['result'] | null): Rubric {
  const { perPoint, best } = scaleOf(rubric)
  return scaledAs(rubric, { perPoint, best, ...(result ? { result } : {}) })
}

/** A rubric's scale, also where it is left out. */
export function scaleOf({ scale }: Pick<Rubric, 'scale'>): Scale {
  return scale ?? { perPoint: 1, best: 'high' }
}

function withScale(rubric: Rubric, change: Partial<Scale>): Rubric {
  return scaledAs(rubric, { ...scaleOf(rubric), ...change })
}

/** The plainest scale is left out, so that a rubric that comes back to it is the same again. */
function scaledAs({ scale: _, ...rubric }: Rubric, scale: Scale): Rubric {
  const plain = scale.perPoint === 1 && scale.best === 'high' && scale.result === undefined
  return plain ? rubric : { ...rubric, scale }
}

function scaledRow(row: Row, over: (units: number) => number, times: number): Row {
  const { bands, rule, min } = row
  return {
    ...row,
    max: over(row.max),
    ...(min === undefined ? {} : { min: over(min) }),
    bands: bands && scaledBands(bands, times),
    rule:
      rule?.kind === 'choice'
        ? { ...rule, choices: rule.choices.map((choice) => ({ ...choice, points: over(choice.points) })) }
        : rule?.kind === 'elements'
          ? { ...rule, each: over(rule.each) }
          : rule,
  }
}

/** Bands of another step end just under the next one, so that no step lies between two of them. */
function scaledBands(bands: Bands, times: number): Bands {
  const top = Math.max(...bandNames.map((name) => bands[name][1]))
  const scaled = (from: number, to: number): [number, number] => [
    Math.ceil(from * times),
    to === top ? Math.floor(to * times) : Math.ceil((to + 1) * times) - 1,
  ]
  return {
    low: scaled(...bands.low),
    medium: scaled(...bands.medium),
    high: scaled(...bands.high),
  }
}

/** Every number of units that stands in a rubric, with where. Ends of bands follow from their neighbors. */
function unitsIn(rubric: Rubric): readonly (readonly [where: string, units: number])[] {
  return [
    ['The threshold of the rubric', rubric.threshold ?? 0] as const,
    ...rubric.criteria.map(({ id, threshold }) => [`The threshold of ${id}`, threshold ?? 0] as const),
    ...rowsOf(rubric).flatMap(({ id, max, min = 0, rule }) => [
      [`The maximum of ${id}`, max] as const,
      [`The least of ${id}`, min] as const,
      ...(rule?.kind === 'elements' ? [[`An element of ${id}`, rule.each] as const] : []),
      ...(rule?.kind === 'choice'
        ? rule.choices.map(({ points }) => [`A choice of ${id}`, points] as const)
        : []),
    ]),
    ...rubric.priorities.map(({ id, points }) => [id, points] as const),
  ]
}
