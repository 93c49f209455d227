import { momentShowing, shownAt } from '../dates/zoned.ts'

const time = String.raw`(?:,?[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?)?`
const iso = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})${time}\s*(Z|[+-]\d{2}:?\d{2})?$`, 'i')
const american = new RegExp(String.raw`^(\d{1,2})\/(\d{1,2})\/(\d{4})${time}\s*([ap])?\.?(?:m\.?)?$`, 'i')
const spelled = new RegExp(
  String.raw`^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})${time}\s*([ap])?\.?(?:m\.?)?$`,
  'i',
)
const months = 'january february march april may june july august september october november december'.split(
  ' ',
)

/**
 * A moment, in milliseconds since 1970, from 2010-06-01 16:15, 6/1/2010 4:15 PM or June 1, 2010; null where it is none of them. What names no
 * time zone of its own is read in `zone`.
 */
export function momentOf(text: string, zone: string): number | null {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const byIso = iso.exec(line)
  if (byIso) {
    const [, year, month, day, hour, minute, second, part, offset] = byIso
    const wall = wallOf([year, month, day], [hour, minute, second, part])
    if (wall === null) return null
    const moment = offset === undefined ? momentShowing(wall, zone).at : wall - offsetMs(offset)
    return moment >= 0 ? moment : null
  }
  const byWords = spelled.exec(line)
  const found = american.exec(line) ?? byWords
  if (!found) return null
  const [, first = '', day, year, hour, minute, second, part, half] = found
  const month = byWords ? months.findIndex((name) => name.startsWith(first.toLowerCase())) + 1 : Number(first)
  const wall = wallOf([year, String(month), day], [hour24(hour, half), minute, second, part])
  return wall === null ? null : momentOfWall(wall, zone)
}

/** The moment of what a cell of a workbook shows. Excel keeps days as fractions: what is less than a second is noise. */
export function momentOfWall(wall: number, zone: string): number | null {
  const moment = momentShowing(Math.round(wall / 1_000) * 1_000, zone).at
  return Number.isFinite(moment) && moment >= 0 ? moment : null
}

/** A moment as a file shows it, as short as it can be said so that it is read as the same moment again. */
export function momentWords(at: number, zone: string): string {
  const shown = new Date(shownAt(at, zone)).toISOString().replace('T', ' ')
  const ways = [shown.slice(0, 16), shown.slice(0, 19), shown.slice(0, 23)]
  return ways.find((way) => momentOf(way, zone) === at) ?? new Date(at).toISOString()
}

type Given = string | undefined

/** Null where there is no such day or time. */
function wallOf(
  [year, month, day]: readonly Given[],
  [hour, minute, second, part]: readonly Given[],
): number | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  const [h, min, s] = [Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0)]
  const wall = Date.UTC(y, m - 1, d, h, min, s, Number((part ?? '0').padEnd(3, '0')))
  const made = new Date(wall)
  const fits =
    made.getUTCFullYear() === y &&
    made.getUTCMonth() === m - 1 &&
    made.getUTCDate() === d &&
    h < 24 &&
    min < 60 &&
    s < 60
  return fits ? wall : null
}

function hour24(hour: Given, half: Given): Given {
  if (hour === undefined || half === undefined) return hour
  const number = Number(hour)
  if (number < 1 || number > 12) return '99'
  return String((number % 12) + (half.toLowerCase() === 'p' ? 12 : 0))
}

function offsetMs(offset: string): number {
  if (offset.toUpperCase() === 'Z') return 0
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(-2))]
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
}
