import type { ReviewView, View } from '../../shared/competition/view.ts'
import { audienceOf } from '../review-frame.tsx'
import type { Audience } from '../ui/frame.tsx'

/** Who can see one's own form: from *ready* on also the panel's monitor, where the competition lets them prepare from it. */
export function formAudience(view: View, review: ReviewView): Audience {
  const { mine, revealed, lock } = review
  const read = review.tier > 0 && view.competition.rules.monitorReadsAttested && mine?.attestedAt != null
  if (read && !revealed && !lock) {
    return {
      icon: 'eye',
      sentence: 'You can see this, and your panel monitor may open it to prepare.',
      short: 'You and your panel monitor',
    }
  }
  return audienceOf(review, mine?.form.writable ?? false)
}
