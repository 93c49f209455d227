import { leastOf, rowsOf, type Bands, type Row, type Rubric } from '../../shared/rubric/rubric.ts'

/** The same rubric with the other end of its scale the best: what was `x` points of a row is its least and most together without `x`. */
export function mirrored(rubric: Rubric): Rubric {
  const turned = (criteria: Rubric['criteria'][number]['rows'], threshold: number) =>
    criteria.reduce((sum, row) => sum + leastOf(row) + row.max, 0) - threshold
  return {
    ...rubric,
    scale: { ...rubric.scale, perPoint: rubric.scale?.perPoint ?? 1, best: 'low' },
    ...(rubric.threshold !== undefined && { threshold: turned(rowsOf(rubric), rubric.threshold) }),
    criteria: rubric.criteria.map((criterion) => ({
      ...criterion,
      rows: criterion.rows.map(mirroredRow),
      ...(criterion.threshold !== undefined && { threshold: turned(criterion.rows, criterion.threshold) }),
    })),
  }
}

/** A form's points as they are on the mirrored rubric. */
export function mirroredPoints(
  rubric: Rubric,
  points: Readonly<Record<string, number | null>>,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    rowsOf(rubric).map((row) => [row.id, leastOf(row) + row.max - (points[row.id] ?? 0)]),
  )
}

function mirroredRow(row: Row): Row {
  const sum = leastOf(row) + row.max
  const turned = ([from, to]: readonly [number, number]) => [sum - to, sum - from] as const
  const { bands } = row
  const other: Bands | null = bands && {
    low: turned(bands.low),
    medium: turned(bands.medium),
    high: turned(bands.high),
  }
  return { ...row, bands: other }
}
