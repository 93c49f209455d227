import type { Clock } from '../../../shared/competition/discussion.ts'
import { useSecondsLeft } from '../../live/server-clock.ts'
import { TimeLeft, type TimeLeftProps } from '../../ui/time-left.tsx'

export interface ItemTimerProps {
  /** The clock of the row in focus, or of the panel's time; nothing is shown without one. */
  readonly clock: Clock | null
  readonly size?: TimeLeftProps['size']
}

/** What is left on a clock that the server keeps: the same for everybody, whatever the clocks of their devices say. */
export function ItemTimer({ clock, size }: ItemTimerProps) {
  const left = useSecondsLeft(clock)
  if (clock === null || left === null) return null
  return <TimeLeft left={left} given={clock.ofMs / 1_000} size={size} />
}
