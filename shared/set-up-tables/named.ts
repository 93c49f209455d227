import type { KnownApplication, KnownPerson } from './known.ts'

/** Who or what a cell names, or why that cannot be told. */
export type Named<T> = { readonly found: T } | { readonly fault: string }

export type Finder<T> = (words: string) => Named<T>

/** Finds somebody by id, e-mail address, label or name. */
export function personFinder(people: readonly KnownPerson[]): Finder<KnownPerson> {
  const ways = [
    (person: KnownPerson) => person.id,
    (person: KnownPerson) => person.details?.email ?? '',
    (person: KnownPerson) => person.label,
    (person: KnownPerson) => person.details?.name ?? '',
  ]
  return finder(people, ways, {
    none: (words) =>
      `There is nobody called “${words}”. Add them under People first, or use their label, e-mail address or id.`,
    many: (words) => `“${words}” are several people. Use the label or the id.`,
  })
}

/** Finds an application by id or applicant. */
export function applicationFinder(applications: readonly KnownApplication[]): Finder<KnownApplication> {
  return finder(applications, [({ id }) => id, ({ applicant }) => applicant], {
    none: (words) => `There is no application “${words}”.`,
    many: (words) => `“${words}” are several applications. Use the id.`,
  })
}

function finder<T>(
  all: readonly T[],
  ways: readonly ((one: T) => string)[],
  { none, many }: { readonly none: (words: string) => string; readonly many: (words: string) => string },
): Finder<T> {
  const indexes = ways.map((way) => Map.groupBy(all, (one) => fold(way(one))))
  return (words) => {
    const wanted = fold(words)
    const found = indexes.map((index) => index.get(wanted) ?? []).find((ones) => ones.length > 0) ?? []
    const [only] = found
    if (only === undefined) return { fault: none(start(words)) }
    return found.length === 1 ? { found: only } : { fault: many(start(words)) }
  }
}

const start = (words: string): string =>
  words.length <= 60 ? words : `${words.slice(0, 60).toWellFormed()}…`

/** As names are compared: Unicode composed, spaces as one, in small letters. */
export function fold(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase()
}
