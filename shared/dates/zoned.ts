/** A minute as clocks and calendars on a wall show it, without a zone: `date` as 2027-03-14, `time` as 16:30 or 16:30:00. */
export interface WallTime {
  readonly date: string
  readonly time: string
}

/** The moment that is meant by a wall time. `skipped`: clocks go forward over it; `twice`: they go back, and it comes twice. */
export interface Meant {
  /** Milliseconds since 1970, UTC. */
  readonly at: number
  readonly is: 'plain' | 'skipped' | 'twice'
}

const dayMs = 24 * 60 * 60_000

/** Whether this machine knows a time zone by that name. */
export function isZone(zone: string): boolean {
  return formatOf(zone) !== null
}

/**
 * The moment at which walls in a time zone show a time, or null where it is no date and time, or no zone. Of a time that comes twice the
 * first is taken; for one that clocks skip, the same minutes after the skip as it lies after its beginning: 2:30 becomes 3:30.
 */
export function momentAt({ date, time }: WallTime, zone: string): Meant | null {
  const wanted = wallMs(date, time)
  return wanted === null || !isZone(zone) ? null : momentShowing(wanted, zone)
}

/** What walls in a time zone show at a moment, as if it were UTC; both in milliseconds since 1970. A zone that is not known is taken for UTC. */
export function shownAt(at: number, zone: string): number {
  return at + offsetAt(at, zone)
}

/** The moment at which walls in a time zone show that, which is told as if it were UTC; likewise. */
export function momentShowing(wanted: number, zone: string): Meant {
  // Clocks change by less than a day, and at most once in two.
  const before = wanted - offsetAt(wanted - dayMs, zone)
  const after = wanted - offsetAt(wanted + dayMs, zone)
  const showing = [before, after].filter((at) => shownAt(at, zone) === wanted)
  if (showing.length === 0) return { at: before, is: 'skipped' }
  const first = Math.min(...showing)
  return { at: first, is: showing.some((at) => at !== first) ? 'twice' : 'plain' }
}

/** What walls in a time zone show at a moment, to the minute. A zone that is not known is taken for UTC. */
export function wallTimeAt(at: number, zone: string): WallTime {
  const [date = '', time = ''] = new Date(shownAt(at, zone)).toISOString().split('T')
  return { date, time: time.slice(0, 5) }
}

/** A moment as it is told to people who may live elsewhere: "Tue, Dec 1, 2026, 5:00 PM EST". A zone that is not known is taken for UTC. */
export function toldMoment(at: number, zone: string): string {
  const timeZone = isZone(zone) ? zone : 'UTC'
  return new Intl.DateTimeFormat('en-US', {
    ...{ weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' },
    ...{ hour: 'numeric', minute: '2-digit', timeZoneName: 'short', timeZone },
  })
    .format(at)
    .replace(/\s+([AP]M)/u, (_, half: string) => ` ${half.toLowerCase()}`)
}

/** How far walls in a zone are ahead of UTC at a moment, in milliseconds. */
function offsetAt(at: number, zone: string): number {
  const parts = (formatOf(zone) ?? utc).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((each) => each.type === type)?.value)
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return shown - Math.floor(at / 1000) * 1000
}

function wallMs(date: string, time: string): number | null {
  const told = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(`${date}T${time}`)
  if (!told) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = told
    .slice(1)
    .map((part) => Number(part ?? 0))
  const wanted = Date.UTC(year, month - 1, day, hour, minute, second)
  // The 30th of February would be in March.
  return year >= 1970 && new Date(wanted).toISOString().startsWith(date) ? wanted : null
}

const parts = {
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const

const utc = new Intl.DateTimeFormat('en-US', { ...parts, timeZone: 'UTC' })
const formats = new Map<string, Intl.DateTimeFormat | null>()

/** Making one takes a hundred times as long as using it. */
function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const made = madeFor(zone)
  formats.set(zone, made)
  return made
}

function madeFor(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', { ...parts, timeZone })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
