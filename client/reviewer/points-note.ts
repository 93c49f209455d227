import { bandOf } from '../../shared/rubric/bands.ts'
import type { Row } from '../../shared/rubric/rubric.ts'
import { shownPoints } from '../../shared/rubric/shown-points.ts'
import { bandWord, type Scaled } from '../../shared/rubric/told-points.ts'

/**
 * What the notice says of the level that these points are on, as a sentence at the number; null where it says nothing of it. It
 * tells the rule where it applies and leaves the judgment alone.
 */
export function pointsNote(rubric: Scaled, { rule, bands }: Row, points: number): string | null {
  if (rule?.kind !== 'guidance') return null
  const zero = points === 0 ? rule.bands.find(({ band }) => band === 'zero') : undefined
  if (zero) return `The notice on 0 points: ${zero.when}`
  const band = bandOf(bands, points)
  const said = rule.bands.find((each) => each.band === band)
  if (!band || !said) return null
  const word = bandWord(rubric, band)
  return `${shownPoints(rubric, points)} is in the ${word} band. The notice on ${word}: ${said.when}`
}
