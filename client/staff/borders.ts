import type { Place, Places } from '../../shared/application/places.ts'

/** A place in a document where parts end or begin. Parts that touch share it, and it moves for both. */
export interface Border {
  readonly document: string
  /** In UTF-16 units of the document's text. */
  readonly at: number
  readonly ends: readonly string[]
  readonly begins: readonly string[]
}

/** Whether two items may not be answered by the same words. A priority may be answered within a criterion. */
export type Rivals = (one: string, other: string) => boolean

/** Why a part cannot begin or end somewhere: nothing would be left of another. */
export interface Covers {
  readonly covers: string
}

/** The borders of the parts in a document, in the order of its text. */
export function bordersOf(places: Places, document: string): readonly Border[] {
  const own = partsIn(places, document)
  const offsets = [...new Set(own.flatMap(({ start, end }) => [start, end]))]
  return offsets
    .toSorted((left, right) => left - right)
    .map((at) => ({
      document,
      at,
      ends: own.filter(({ end }) => end === at).map(({ item }) => item),
      begins: own.filter(({ start }) => start === at).map(({ item }) => item),
    }))
}

/** From where to where a border can be moved, both included: every part keeps something, and none comes to lie over a rival. */
export function reachOf(
  places: Places,
  { document, at, ends, begins }: Border,
  rivals: Rivals,
  length: number,
): { readonly from: number; readonly to: number } {
  const own = partsIn(places, document)
  const others = own.filter(({ item }) => !ends.includes(item) && !begins.includes(item))
  const from = own.flatMap(({ item, start }) => (ends.includes(item) ? [start + 1] : []))
  const to = own.flatMap(({ item, end }) => (begins.includes(item) ? [end - 1] : []))
  for (const other of others) {
    const before = begins.some((item) => rivals(item, other.item)) && other.end <= at
    const after = ends.some((item) => rivals(item, other.item)) && other.start >= at
    if (before) from.push(other.end)
    if (after) to.push(other.start)
  }
  return { from: Math.max(0, ...from), to: Math.min(length, ...to) }
}

/** Moves a border, with all parts that end or begin there. Where `to` lies beyond its reach it stays within it. */
export function moveBorder(
  places: Places,
  border: Border,
  to: number,
  { rivals, length }: { readonly rivals: Rivals; readonly length: number },
): Places {
  const reach = reachOf(places, border, rivals, length)
  const at = Math.min(Math.max(to, reach.from), reach.to)
  return changed(places, (item, place) => {
    if (place.document !== border.document) return place
    if (border.ends.includes(item)) return { ...place, end: at }
    return border.begins.includes(item) ? { ...place, start: at } : place
  })
}

/**
 * Lets an item's part begin at a place. A rival around that place goes on up to it; so does one that ended where the part began
 * before. Without a part there before, it goes as far as that rival did, else to the next one or to the end of the document.
 * Refused where a rival begins right there, which would be left with nothing.
 */
export function beginAt(
  places: Places,
  item: string,
  { document, at }: Pick<Border, 'document' | 'at'>,
  { rivals, length }: { readonly rivals: Rivals; readonly length: number },
): Places | Covers {
  const others = partsIn(places, document).filter((part) => part.item !== item && rivals(item, part.item))
  const covered = others.find(({ start }) => start === at)
  if (covered) return { covers: covered.item }
  const old = places[item]?.document === document ? places[item] : null
  const stays = old && old.end > at ? old : null
  const around = others.find(({ start, end }) => start < at && at < end)
  const next = Math.min(length, ...others.map(({ start }) => start).filter((start) => start > at))
  const wanted = stays?.end ?? around?.end ?? length
  const touches = stays ? others.find(({ end }) => end === stays.start && end < at) : undefined
  const cut = around ?? touches
  const before = changed(places, (other, place) => (other === cut?.item ? { ...place, end: at } : place))
  return { ...before, [item]: { document, start: at, end: Math.min(wanted, next) } }
}

/**
 * Lets an item's part end at a place after its beginning. A rival around that place begins there then. Refused where the part
 * would cover a rival, and where it does not begin before the place (`covers` is the item itself).
 */
export function endAt(
  places: Places,
  item: string,
  { document, at }: Pick<Border, 'document' | 'at'>,
  rivals: Rivals,
): Places | Covers {
  const own = places[item]
  if (!own || own.document !== document || own.start >= at) return { covers: item }
  const others = partsIn(places, document).filter((part) => part.item !== item && rivals(item, part.item))
  const covered = others.find(({ start, end }) => start >= own.end && end <= at)
  if (covered) return { covers: covered.item }
  const around = others.find(({ start, end }) => start >= own.end && start < at && at < end)
  const before = changed(places, (other, place) => (other === around?.item ? { ...place, start: at } : place))
  return { ...before, [item]: { ...own, end: at } }
}

/** Puts an item back to another place. A rival that lies there by now is cut, or is not found any more where nothing is left of it. */
export function putBack(places: Places, item: string, place: Place | null, rivals: Rivals): Places {
  if (!place) return { ...places, [item]: null }
  const cut = Object.entries(places).map(([other, now]): [string, Place | null] => {
    const over = now && other !== item && rivals(item, other) && overlap(now, place)
    return [other, over ? whatIsLeft(now, place) : now]
  })
  return { ...Object.fromEntries(cut), [item]: place }
}

/** Whether two places share words. */
export function overlap(one: Place, other: Place): boolean {
  return one.document === other.document && one.start < other.end && other.start < one.end
}

export function samePlace(one: Place | null | undefined, other: Place | null | undefined): boolean {
  if (!one || !other) return !one && !other
  return one.document === other.document && one.start === other.start && one.end === other.end
}

function whatIsLeft(place: Place, taken: Place): Place | null {
  if (place.start < taken.start) return { ...place, end: taken.start }
  return place.end > taken.end ? { ...place, start: taken.end } : null
}

function partsIn(places: Places, document: string): readonly (Place & { readonly item: string })[] {
  return Object.entries(places).flatMap(([item, place]) =>
    place?.document === document ? [{ ...place, item }] : [],
  )
}

function changed(places: Places, to: (item: string, place: Place) => Place): Places {
  return Object.fromEntries(
    Object.entries(places).map(([item, place]) => [item, place && to(item, place)] as const),
  )
}
