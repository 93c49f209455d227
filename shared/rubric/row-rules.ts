import { bandOf } from './bands.ts'
import type { Row } from './rubric.ts'

/** Why these points cannot be given on this row, as a sentence, or null where they can. */
export function pointsFault(row: Row, points: number): string | null {
  if (!Number.isInteger(points) || points < 0 || points > row.max) {
    return `${row.id} takes whole points from 0 to ${row.max}.`
  }
  if (row.rule?.kind === 'choice' && !row.rule.choices.some((choice) => choice.points === points)) {
    return `${row.id} is ${listed(row.rule.choices.map((choice) => choice.points))}.`
  }
  if (row.rule?.kind === 'elements') {
    const most = row.rule.each * row.rule.elements.length
    if (points % row.rule.each !== 0 || points > most) {
      return `${row.id} is ${row.rule.each} points for each of ${row.rule.elements.length} elements.`
    }
  }
  return null
}

/** What the row's guidance says against these points, as a sentence, or null. Guidance warns and never blocks. */
export function pointsWarning(row: Row, points: number): string | null {
  if (row.rule?.kind !== 'guidance' || !row.rule.noMedium) return null
  if (bandOf(row.bands, points) !== 'medium') return null
  return `The notice gives no medium for ${row.id}: high, low or 0. ${points} is in the medium band; you may still give it.`
}

/** Points of an elements row: the points of one element times the boxes ticked. */
export function elementsPoints(row: Row, ticked: number): number {
  if (row.rule?.kind !== 'elements') throw new Error(`${row.id} has no elements.`)
  return row.rule.each * ticked
}

function listed(numbers: readonly number[]): string {
  const words = numbers.map(String)
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
