import type { Entry } from './place-entries.ts'

/** What parts of an id were read as: the entry they begin with, and how many of them are its id. */
export interface ReadId {
  readonly entry: number
  readonly used: number
}

export interface Ids {
  /** How many parts the longest id has: two of "(B)(1)". */
  readonly depth: number
  /** Reads parts as an id; `misread` also takes letters for those that a scan confuses with them. */
  read(parts: readonly string[], misread: boolean): ReadId | null
  /** The priority of that number, as in "Priority 2"; undefined where there is none. */
  priority(number: string): number | undefined
}

/** Characters that look alike on paper, each group as one; "13" is a B whose back came off. */
const alike: readonly (readonly [looks: RegExp, as: string])[] = [
  [/^13$|B/g, '8'],
  [/[DOoQ]/g, '0'],
  [/[lIi|!]/g, '1'],
  [/[Ss]/g, '5'],
  [/[Zz]/g, '2'],
  [/[Gb]/g, '6'],
]

/** The letters and numbers of an id: "B" and "1" of "(B)(1)". */
export function idParts(text: string): readonly string[] {
  return text.match(/\p{L}+|\d+/gu) ?? []
}

/** The ids of a rubric, for reading them back out of a text. What two ids could have become is read as neither. */
export function idsOf(entries: readonly Entry[]): Ids {
  const parts = entries.map(({ id }) => idParts(id))
  const exact = new Map(parts.map((own, entry) => [key(own), entry]))
  const misread = new Map<string, number>()
  for (const [entry, own] of parts.entries()) {
    const looks = key(own.map(asSeen))
    misread.set(looks, misread.has(looks) ? -1 : entry)
  }
  const priorities = new Map(
    entries.flatMap(({ id, kind }, entry) =>
      kind === 'priority' ? [[/\d+$/.exec(id)?.[0] ?? id, entry] as const] : [],
    ),
  )
  const depth = Math.max(1, ...parts.map(({ length }) => length))
  return {
    depth,
    read(found, tolerant) {
      for (let used = Math.min(depth, found.length); used > 0; used--) {
        const own = found.slice(0, used)
        const entry = exact.get(key(own)) ?? (tolerant ? misread.get(key(own.map(asSeen))) : undefined)
        if (entry !== undefined && entry >= 0) return { entry, used }
      }
      return null
    },
    priority: (number) => priorities.get(number),
  }
}

function key(parts: readonly string[]): string {
  return parts.join('.')
}

function asSeen(part: string): string {
  return alike.reduce((seen, [looks, as]) => seen.replaceAll(looks, as), part)
}
