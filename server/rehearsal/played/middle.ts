import { setBox, setNoElements, setScore, type Place } from '../../../shared/form/edits.ts'
import type { FormRecord } from '../../../shared/form/form-record.ts'
import type { Direction } from '../../../shared/rehearsal/discussion-sentences.ts'
import { leastOf, rangeOf, type Best, type Row } from '../../../shared/rubric/rubric.ts'

/** How far from the middle points must be to be talked about, as a share of the row's range: half of what makes a spread of a row. */
const farPercent = 15

/** The middle of some points: of an even number the lower of the two in the middle, so that it is a number somebody gave. Throws for none. */
export function middleOf(points: readonly number[]): number {
  const middle = points.toSorted((left, right) => left - right)[Math.floor((points.length - 1) / 2)]
  if (middle === undefined) throw new Error('Nothing has no middle.')
  return middle
}

/** Which way own points lie far from the middle, as praise goes, or null where they do not. */
export function farFrom(middle: number, own: number, row: Row, best: Best = 'high'): Direction | null {
  const apart = Math.abs(own - middle)
  if (apart * 100 < rangeOf(row) * farPercent) return null
  return direction(middle, own, best)
}

/**
 * Points on the way from one's own to the middle, that the row takes: `share` of the way, at least one step. The own points where
 * they are the middle.
 */
export function towardMiddle(row: Row, own: number, middle: number, share: number): number {
  const wanted = own + (middle - own) * share
  const legal = legalPoints(row).filter((points) => between(points, own, middle) && points !== own)
  return legal.toSorted((left, right) => Math.abs(left - wanted) - Math.abs(right - wanted))[0] ?? own
}

/** Gives a row other points: on a row of boxes by ticking more of them, or fewer. */
export function givePoints(place: Place, row: Row, record: FormRecord, points: number): void {
  const { rule } = row
  if (rule?.kind !== 'elements') return setScore(place, row.id, points)
  const ticked = record.elements[row.id] ?? []
  const count = points / rule.each
  if (count === 0) return setNoElements(place, row.id, true)
  for (const box of ticked.slice(count)) setBox(place, row.id, box, false)
  const others = rule.elements.map(({ id }) => id).filter((id) => !ticked.includes(id))
  for (const box of others.slice(0, Math.max(0, count - ticked.length))) setBox(place, row.id, box, true)
}

/** Which way one goes from points to others, as praise goes: a lower number is higher praise where 1 is best. */
export function direction(from: number, to: number, best: Best = 'high'): Direction {
  return to > from === (best === 'high') ? 'higher' : 'lower'
}

function legalPoints(row: Row): readonly number[] {
  const { rule, max } = row
  if (rule?.kind === 'choice') return rule.choices.map(({ points }) => points)
  const step = rule?.kind === 'elements' ? rule.each : 1
  const least = leastOf(row)
  return Array.from({ length: Math.floor((max - least) / step) + 1 }, (_, at) => least + at * step)
}

function between(points: number, one: number, other: number): boolean {
  return points >= Math.min(one, other) && points <= Math.max(one, other)
}
