/**
 * JSON with sorted keys and no spaces (RFC 8785 for what a record holds: text, whole numbers, yes and no, lists, objects).
 * Anything else throws, so that no two writers print one value differently. Members that are undefined are left out.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
  // A hole in a list reads as undefined here, and is refused like it.
  if (Array.isArray(value)) return `[${Array.from<unknown>(value).map(canonicalJson).join(',')}]`
  // Dates, maps and bytes have no members of their own and would all read as {}.
  if (typeof value !== 'object' || Object.prototype.toString.call(value) !== '[object Object]') {
    throw new Error(`A record cannot hold a ${typeof value} that is no text, whole number, list or object.`)
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
}
