import type { Rubric } from '../../../shared/rubric/rubric.ts'
import { shownMean } from '../../../shared/scoring/shown-mean.ts'
import type { ReviewEffects, RowEffects } from '../../../shared/statistics/effects.ts'
import {
  envelopeSentence,
  gapText,
  percent,
  signedPoints,
  votedName,
} from '../../staff/effects/effect-words.ts'

/**
 * Where the mean stands against the line, and what any agreement could do: one line over the board. `open` are the points of the
 * all-or-nothing priority while nothing is decided on it, 0 otherwise.
 */
export function lineSentence(rubric: Rubric, effects: ReviewEffects, line: number, open: number): string {
  const undecided =
    open > 0 ? ` The ${votedName(rubric)} priority is not decided yet and adds nothing here.` : ''
  return `The mean of ${shownMean(rubric, effects.mean)} is ${gapText(rubric, effects.gap, line)}. ${envelopeSentence(rubric, effects, line, open)}${undecided}`
}

/** "−2.4, 12%": how far the mean moves where all take the middle score, and how likely settling the row flips the outcome. */
export function stakesNote(rubric: Rubric, { stakes }: RowEffects): string {
  return `${signedPoints(rubric, stakes.swing)}, ${percent(stakes.flipChance)}`
}
