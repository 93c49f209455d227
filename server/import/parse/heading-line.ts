/** A line of a table of contents: what it says stands elsewhere. */
export const listed = /\.{4}|(?: \.){3}|…{2}|\s{3,}\d+$|\t\d+$/
/** “(B)”, “(B)(1)”, “(D)(2)(ii)”: groups of one letter or number, the first a capital. */
const marker = /^\([A-Z]\)(?:\((?:\d{1,2}|[a-z]{1,5})\)){0,4}(?=[\s:.–—-]|$)/
/** “Section IV”, “Selection Criterion (D)(2)”, “Absolute Priority 1”, “Appendix B”. */
const named =
  /^(?:(?:selection|absolute|competitive|competitive preference|invitational) )?(?:section|part|chapter|appendix|attachment|exhibit|volume|criterion|priority|goal) (?<number>\([A-Z]\)(?:\([a-z\d]{1,5}\))*|[ivxlc]+|\d{1,3}(?:\.\d{1,3})*|[A-Z](?:[.-]?\d{1,3})?)(?=[\s:.,–—-]|$)/i
/** “IV. Budget”, “2.3 Timeline”. */
const roman = /^[IVXL]{1,6}\.\s+\p{Lu}/u
const decimal = /^(?<number>\d{1,2}(?:\.\d{1,2}){1,4})\.?\s+\p{Lu}/u
const longest = 120

/**
 * The level that a line has as a heading by what it says, or null where it does not read as one. Meant for a line that stands
 * alone; a line of a table of contents is none.
 */
export function headingLevel(line: string): number | null {
  if (line.length > longest || listed.test(line) || /[,;]$/.test(line)) return null
  const groups = marker.exec(line)?.[0].match(/\(/g)
  // “(A) Screen all staff; and” is an item of a list.
  const item = groups?.length === 1 ? /(?:[.:—–]|--|, and|; and|; or)$/ : /(?:[.]|, and|; and|; or)$/
  if (groups && !item.test(line)) return groups.length
  if (groups || /[a-z)]\.$/.test(line)) return null
  const name = named.exec(line)
  if (name && /^[A-Z]/.test(line)) return Math.max(1, name.groups?.number?.match(/\(/g)?.length ?? 1)
  if (roman.test(line)) return 1
  const number = decimal.exec(line)
  if (number && line.length <= 80) return Math.min(6, number.groups?.number?.split('.').length ?? 2)
  return isCapitals(line) ? 2 : null
}

/**
 * The level of a paragraph that a person made to look like a heading: short, and bold from end to end or with a heading's own
 * words. `bold` says whether all of it is.
 */
export function paragraphLevel(text: string, bold: boolean): number | null {
  if (text.includes('\n')) return null
  const level = headingLevel(text)
  if (level !== null) return level
  const short = text.length <= longest && /\p{L}/u.test(text) && !listed.test(text)
  return bold && short && !/[.,;]$/.test(text) ? 4 : null
}

/** A line in capitals: two words or more, and enough of them letters that it is no reference number. */
function isCapitals(line: string): boolean {
  const letters = line.match(/\p{L}/gu) ?? []
  const words = line.match(/\p{Lu}{2,}/gu) ?? []
  return words.length >= 2 && letters.length >= 8 && letters.length * 2 > line.length && !/\p{Ll}/u.test(line)
}
