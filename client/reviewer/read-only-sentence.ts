import type { ReviewView, View } from '../../shared/competition/view.ts'
import { pausedSentence } from '../pause/pause-words.ts'
import { clockTime } from '../ui/clock-time.tsx'

/** Why a reviewer's form cannot be written, as a sentence; null where it can. */
export function readOnlySentence(
  { tier, mine, lock, revealed }: ReviewView,
  { paused, calibration }: Pick<View, 'paused' | 'calibration'>,
): string | null {
  if (!mine || mine.form.writable) return null
  if (lock) return 'This review is locked.'
  if (mine.excused) return `Staff excused your seat at ${clockTime(mine.excused.at)}.`
  if (revealed) return 'Revealed. Your form stands as you attested it.'
  if (mine.attestedAt !== null) return `Ready since ${clockTime(mine.attestedAt)}.`
  if (paused) return pausedSentence(paused)
  if (tier > 0 && calibration?.due) return 'This waits for the sample.'
  return 'This form cannot be written.'
}
