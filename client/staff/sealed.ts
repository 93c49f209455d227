import type { Audience } from '../ui/frame.tsx'

/** What the foot line tells staff before the lock. */
export const sealed: Audience = {
  icon: 'lock',
  sentence: 'Staff see counts and steps. Every score is sealed until the tier is locked.',
  short: 'Scores are sealed until the lock',
}
