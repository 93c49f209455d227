import type { View } from '../../shared/competition/view.ts'
import { clockTime } from '../ui/clock-time.tsx'

/** Why nothing can be written while everything is paused; the banner of each page says the rest. */
export function pausedSentence({ at }: NonNullable<View['paused']>): string {
  return `Everything is paused since ${clockTime(at)}.`
}
