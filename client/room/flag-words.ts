import { rowsOf, type Rubric } from '../../shared/rubric/rubric.ts'
import { moreIsBetter } from '../../shared/rubric/shown-points.ts'
import { bandWord, isOnePoint, shownEnd } from '../../shared/rubric/told-points.ts'
import type { Flag, FlagRules } from '../../shared/statistics/disagreement.ts'
import { capitalized } from './number-words.ts'
import type { Heading } from './row-order.ts'

/** The words of a group of rows, and the rule that puts a row there, as `disagreement` applies it. */
export function flagWords(
  rubric: Rubric,
  flags: FlagRules,
): Readonly<Record<Heading, { readonly title: string; readonly rule: string | null }>> {
  return {
    split: { title: 'Split', rule: `${apart(rubric, flags, 'split')}${bothEnds(rubric)}` },
    spread: { title: 'Spread', rule: apart(rubric, flags, 'spread') },
    close: { title: 'Close', rule: null },
    alone: { title: 'Not compared', rule: 'fewer than two scores' },
  }
}

function apart(rubric: Rubric, flags: FlagRules, flag: Flag): string {
  const { percent, points } = flags[flag]
  const whole = moreIsBetter(rubric) ? 'maximum' : 'scale'
  return `${percent}% of the ${whole} and ${shownEnd(rubric, points)} ${isOnePoint(rubric, points) ? 'point' : 'points'} apart`
}

/** ", or Low and High both given", where the notice prints bands. */
function bothEnds(rubric: Rubric): string {
  if (rowsOf(rubric).every(({ bands }) => bands === null)) return ''
  const [one, other] = moreIsBetter(rubric) ? (['low', 'high'] as const) : (['high', 'low'] as const)
  return `, or ${capitalized(bandWord(rubric, one))} and ${capitalized(bandWord(rubric, other))} both given`
}
