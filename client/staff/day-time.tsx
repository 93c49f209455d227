import { clockTime } from '../ui/clock-time.tsx'

const days = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric' })

/** A moment of the last weeks, "November 22, 2:14 pm". `at` is in milliseconds since 1970. */
export function DayTime({ at }: { at: number }) {
  return (
    <time dateTime={new Date(at).toISOString()}>
      {days.format(at)}, {clockTime(at)}
    </time>
  )
}
