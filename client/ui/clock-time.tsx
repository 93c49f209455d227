const minutes = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' })
const seconds = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', second: '2-digit' })

/** The time of day as the interface writes it, "2:14 pm". `at` is in milliseconds since 1970. */
export function clockTime(at: number, precision: 'minute' | 'second' = 'minute'): string {
  return (precision === 'second' ? seconds : minutes).format(at).replace(/\s/u, ' ').toLowerCase()
}

/** A time of day that machines can read too. */
export function ClockTime({ at, precision = 'minute' }: { at: number; precision?: 'minute' | 'second' }) {
  return <time dateTime={new Date(at).toISOString()}>{clockTime(at, precision)}</time>
}
