import { bandOf } from './bands.ts'
import { leastOf, type Row, type Rubric } from './rubric.ts'
import { shownPoints, unitsPerPoint } from './shown-points.ts'

type Scaled = Pick<Rubric, 'scale'>

/** Why these points, in units, cannot be given on this row of a rubric, as a sentence in points, or null where they can. */
export function pointsFault(rubric: Scaled, row: Row, units: number): string | null {
  if (!Number.isInteger(units) || units < leastOf(row) || units > row.max) return `${takes(rubric, row)}.`
  const { rule } = row
  if (rule?.kind === 'choice' && !rule.choices.some((choice) => choice.points === units)) {
    return `${row.id} is ${listed(rule.choices.map((choice) => shownPoints(rubric, choice.points)))}.`
  }
  if (rule?.kind === 'elements') {
    const most = rule.each * rule.elements.length
    if (units % rule.each !== 0 || units > most) {
      return `${row.id} is ${shownPoints(rubric, rule.each)} points for each of ${rule.elements.length} elements.`
    }
  }
  return null
}

/** What the row's guidance says against these points, as a sentence, or null. Guidance warns and never blocks. */
export function pointsWarning(rubric: Scaled, row: Row, units: number): string | null {
  if (row.rule?.kind !== 'guidance' || !row.rule.noMedium) return null
  if (bandOf(row.bands, units) !== 'medium') return null
  const shown = shownPoints(rubric, units)
  return `The notice gives no medium for ${row.id}: high, low or ${shownPoints(rubric, leastOf(row))}. ${shown} is in the medium band; you may still give it.`
}

/** Points of an elements row, in units: those of one element times the boxes ticked. */
export function elementsPoints(row: Row, ticked: number): number {
  if (row.rule?.kind !== 'elements') throw new Error(`${row.id} has no elements.`)
  return row.rule.each * ticked
}

const steps: Readonly<Record<number, string>> = { 2: 'halves', 4: 'quarters', 10: 'tenths' }

/** "Excellence takes 0 to 5 in halves", "(B)(1) takes whole numbers from 0 to 20". */
function takes(rubric: Scaled, row: Row): string {
  const perPoint = unitsPerPoint(rubric)
  const [least, most] = [leastOf(row) / perPoint, row.max / perPoint]
  const step = steps[perPoint]
  return step
    ? `${row.id} takes ${least} to ${most} in ${step}`
    : `${row.id} takes whole numbers from ${least} to ${most}`
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
