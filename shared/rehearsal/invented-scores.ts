import { bandOf } from '../rubric/bands.ts'
import { leastOf, rangeOf, type Best, type Row } from '../rubric/rubric.ts'

/** How strong an invented panel finds each application, as a share of the maximum; others lie in the middle. */
const strength: Readonly<Record<string, number>> = { missouri: 0.6, massachusetts: 0.8, maine: 0.5 }

/** How freely each seat gives points, as a share of the maximum, so that a rehearsal has something to talk about. */
const hand = [0.05, -0.01, -0.15, 0.13, 0.02]

/** Invented points for a row, in units: the same for the same application, seat and row, and always within the row's rule. */
export function inventedPoints(row: Row, application: string, seat: number, best: Best = 'high'): number {
  const good = inventedShare(row.id, application, seat)
  const share = best === 'high' ? good : 1 - good
  if (row.rule?.kind === 'choice')
    return nearest(
      row.rule.choices.map(({ points }) => points),
      leastOf(row) + share * rangeOf(row),
    )
  if (row.rule?.kind === 'elements') return row.rule.each * Math.round(share * row.rule.elements.length)
  const points = leastOf(row) + Math.round(share * rangeOf(row))
  const forbidden =
    row.rule?.kind === 'guidance' && row.rule.noMedium && bandOf(row.bands, points) === 'medium'
  if (!forbidden || !row.bands) return points
  // The end of the band that lies next to the forbidden one.
  const { low, high } = row.bands
  if (best === 'low') return good < 0.55 ? low[0] : high[1]
  return good < 0.55 ? low[1] : high[0]
}

/** Invented boxes of an elements row: as many as the invented points pay for. */
export function inventedBoxes(row: Row, application: string, seat: number): readonly string[] {
  if (row.rule?.kind !== 'elements') return []
  const count = inventedPoints(row, application, seat) / row.rule.each
  const liking = (id: string) =>
    steadyShare(`${application} ${row.id} ${id}`) + steadyShare(`${seat} ${id}`) / 3
  const chosen = row.rule.elements
    .map(({ id }) => id)
    .sort((left, right) => liking(left) - liking(right))
    .slice(0, count)
  return row.rule.elements.map(({ id }) => id).filter((id) => chosen.includes(id))
}

/** A number from 0 up to 1 that a text always gives (FNV-1a). */
export function steadyShare(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32
}

function inventedShare(rowId: string, application: string, seat: number): number {
  const ofRow = (steadyShare(`${application} ${rowId}`) - 0.5) * 0.4
  const ofSeat = (steadyShare(`${application} ${rowId} ${seat}`) - 0.5) * 0.14
  // On one row in eight one seat reads the application quite differently.
  const odd =
    Math.floor(steadyShare(`odd ${application} ${rowId}`) * 40) === seat - 1 ? (ofRow > 0 ? -0.4 : 0.4) : 0
  const share = (strength[application] ?? 0.55) + (hand[(seat - 1) % hand.length] ?? 0) + ofRow + ofSeat + odd
  return Math.min(1, Math.max(0, share))
}

function nearest(allowed: readonly number[], points: number): number {
  return allowed.reduce((best, one) => (Math.abs(one - points) < Math.abs(best - points) ? one : best))
}
