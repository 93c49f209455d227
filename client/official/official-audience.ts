import type { Audience } from '../ui/frame.tsx'

/** Who sees what the selecting official decides. */
export const officialAudience: Audience = {
  icon: 'lock',
  sentence: 'Staff see what you decide here, after the lock. Panels do not.',
  short: 'You, and staff after the lock',
}
