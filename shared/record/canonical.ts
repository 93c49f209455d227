/** What canonical JSON can hold here: whole numbers only, so that no two writers print one number differently. */
export type Canonical =
  | null
  | boolean
  | number
  | string
  | readonly Canonical[]
  | { readonly [key: string]: Canonical | undefined }

/** JSON with sorted keys and no spaces (RFC 8785 for the values above). Refuses numbers that are not whole by throwing. */
export function canonicalJson(value: Canonical): string {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error(`A record holds whole numbers only, not ${value}.`)
    return String(value)
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.entries(value)
    .flatMap(([key, member]) => (member === undefined ? [] : [{ key, member }]))
    .sort((left, right) => (left.key < right.key ? -1 : 1))
  return `{${members.map(({ key, member }) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
}

function isList(value: object): value is readonly Canonical[] {
  return Array.isArray(value)
}
