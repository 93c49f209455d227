import type { View } from '../../shared/competition/view.ts'
import { clockTime } from '../ui/clock-time.tsx'

/** Why nothing can be written while everything is paused. */
export function pausedSentence({ by, at }: NonNullable<View['paused']>): string {
  return `Everything is paused: by ${by} at ${clockTime(at)}. What you typed is kept.`
}
