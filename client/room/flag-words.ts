import type { Flag, FlagRules } from '../../shared/statistics/disagreement.ts'
import type { Heading } from './row-order.ts'

/** The words of a group of rows, and the rule that puts a row there, as `disagreement` applies it. */
export function flagWords(
  flags: FlagRules,
): Readonly<Record<Heading, { readonly title: string; readonly rule: string | null }>> {
  return {
    split: { title: 'Split', rule: `${apart(flags, 'split')}, or Low and High both given` },
    spread: { title: 'Spread', rule: apart(flags, 'spread') },
    close: { title: 'Close', rule: null },
    alone: { title: 'Not compared', rule: 'fewer than two scores' },
  }
}

function apart(flags: FlagRules, flag: Flag): string {
  const { percent, points } = flags[flag]
  return `${percent}% of the maximum and ${points} points apart`
}
