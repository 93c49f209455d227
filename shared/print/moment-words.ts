/**
 * A moment in a time zone as print has it: "Nov 22, 2026, 2:14 pm EST". `at` is in milliseconds since 1970. A zone that is not known
 * is taken for UTC, and the words say which it is.
 */
export function momentWords(at: number, zone: string): string {
  try {
    return inZone(at, zone)
  } catch (error) {
    if (error instanceof RangeError) return inZone(at, 'UTC')
    throw error
  }
}

function inZone(at: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-US', {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  })
  const words = format
    .formatToParts(at)
    .map(({ type, value }) => (type === 'dayPeriod' ? value.toLowerCase() : value))
    .join('')
  return words.replaceAll(/\s/gu, ' ')
}
