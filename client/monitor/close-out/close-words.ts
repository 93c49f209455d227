import type { ReviewView } from '../../../shared/competition/view.ts'
import { counted } from '../../room/number-words.ts'

export interface Waiting {
  /** How many things keep the review open, apart from the tick. */
  readonly blockers: number
  /** The monitor has ticked that the comments were read. */
  readonly read: boolean
}

/** "Close review: 5 to sign", or what else it waits for. */
export function closeWords({ panel }: Pick<ReviewView, 'panel'>, { blockers, read }: Waiting): string {
  const unsigned = (panel ?? []).filter(({ excused, signedAt }) => !excused && signedAt === null).length
  if (blockers === 0) return read ? 'Close review' : 'Close review: your tick is needed'
  if (unsigned > 0) return `Close review: ${unsigned} to sign`
  return `Close review: ${counted(blockers, 'thing')} left`
}
