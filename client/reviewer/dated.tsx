import { clockTime } from '../ui/clock-time.tsx'

const days = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric' })

/** A day and a time as the interface writes them, "Nov 22, 2:14 pm", that machines can read too. `at` is in milliseconds since 1970. */
export function Dated({ at }: { readonly at: number }) {
  return <time dateTime={new Date(at).toISOString()}>{`${days.format(at)}, ${clockTime(at)}`}</time>
}
