import type { Audience } from '../ui/frame.tsx'
import type { OpenRoom } from './open-room.tsx'

/** Who reads what one answers on an absolute priority after the close; undefined where nothing can be answered. */
export function answerAudience({ review, mine }: OpenRoom): Audience | undefined {
  const answers = review.absolute?.some((each) => each.mine !== null) ?? false
  if (!answers || !mine || mine.column.excused || review.lock) return undefined
  return {
    icon: 'lock',
    sentence:
      'The selecting official reads what you answer here, and staff after the lock. Your panel does not.',
    short: 'The selecting official',
  }
}
