import type { AbsoluteView } from '../../shared/competition/absolute-view.ts'

/** How an absolute priority stands for the selecting official. */
export type Standing = 'waits' | 'toDecide' | 'decided'

/** Waits for answers until all are in or the lock has ended them; then it can be decided, once. */
export function standingOf({ counted, decided }: AbsoluteView): Standing {
  if (decided) return 'decided'
  return counted ? 'toDecide' : 'waits'
}

/** "4 of 5 say met", or how many have answered while the count waits. */
export function countSentence({ answered, of, counted }: AbsoluteView): string {
  if (!counted) return `${answered} of ${of} have answered`
  const silent = counted.answers.length - counted.met - counted.notMet
  const gave = silent === 0 ? '' : `, ${silent} gave no answer`
  return `${counted.met} of ${counted.answers.length} say met${gave}`
}
