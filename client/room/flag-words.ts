import type { Flag } from '../../shared/statistics/disagreement.ts'

/** The words of a group of rows, and the rule that puts a row there, as `disagreement` applies it. */
export const flagWords: Readonly<
  Record<Flag | 'close', { readonly title: string; readonly rule: string | null }>
> = {
  split: { title: 'Split', rule: '40% of the maximum and 3 points apart, or Low and High both given' },
  spread: { title: 'Spread', rule: '30% of the maximum and 2 points apart' },
  close: { title: 'Close', rule: null },
}
