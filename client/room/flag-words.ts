import { flagRules, type Flag } from '../../shared/statistics/disagreement.ts'
import type { Heading } from './row-order.ts'

/** The words of a group of rows, and the rule that puts a row there, as `disagreement` applies it. */
export const flagWords: Readonly<Record<Heading, { readonly title: string; readonly rule: string | null }>> =
  {
    split: { title: 'Split', rule: `${apart('split')}, or Low and High both given` },
    spread: { title: 'Spread', rule: apart('spread') },
    close: { title: 'Close', rule: null },
    alone: { title: 'Not compared', rule: 'fewer than two scores' },
  }

function apart(flag: Flag): string {
  const { percent, points } = flagRules[flag]
  return `${percent}% of the maximum and ${points} points apart`
}
