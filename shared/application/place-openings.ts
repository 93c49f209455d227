import { pageLength } from './document-text.ts'
import type { Entry } from './place-entries.ts'
import type { KnownWords } from './place-words.ts'

/**
 * How strongly a text begins to speak of an entry at a place. Where an answer begins, the entry's own words crowd (its title,
 * the form's wording of it, the first sentences), and before that they did not.
 */
export interface Openings {
  /** By how much the text after a place speaks more of the entry than the text before it, in nats. */
  strength(entry: number, at: number): number
  /** The places where that is strongest and where no other entry is spoken of as much. */
  peaks(entry: number): readonly Peak[]
}

export interface Peak {
  readonly at: number
  readonly strength: number
}

/** A third of a page: the wording of a criterion, or the first paragraphs of an answer. */
const ahead = 900
const behind = 600
/** A word said again within this many characters says nothing new. */
const freshAfter = 400
/** Text before a place that speaks of others counts for its newness only this far. */
const leastBefore = -5
const leastStrength = 6
const leastAhead = 3
const apart = 1_500
/** In a text of fewer pages every word may stand on each. */
const fewPages = 10
/** An earlier peak is the opening of a later one nearby if it has this share of its strength. */
const comparable = 0.6
/** How far before and after its peak an opening may begin. */
const around = 300

/** The openings in one text, for each entry by its number. */
export function openingsIn({ at, word }: KnownWords, entries: readonly Entry[]): Openings {
  const places: number[] = []
  const words: number[] = []
  const lastAt = new Map<number, number>()
  for (const [index, number] of word.entries()) {
    const place = at[index] ?? 0
    if (place - (lastAt.get(number) ?? -Infinity) < freshAfter) continue
    lastAt.set(number, place)
    places.push(place)
    words.push(number)
  }
  const telling = tellingWords({ at, word })
  const sums = entries.map(({ gains }) => {
    const sum = new Float64Array(words.length + 1)
    for (const [index, number] of words.entries())
      sum[index + 1] = (sum[index] ?? 0) + (gains[number] ?? 0) * telling(number)
    return sum
  })
  const between = (sum: Float64Array, from: number, to: number): number => (sum[to] ?? 0) - (sum[from] ?? 0)
  const newness = (sum: Float64Array, from: number, here: number, to: number): number =>
    between(sum, here, to) - Math.max(between(sum, from, here), leastBefore)

  const ends = reaches(places, ahead)
  const starts = reaches(places, -behind)
  const earliest = reaches(places, -around)
  const latest = reaches(places, around)
  const firsts = places.map((_, index) => leaders(sums, index, ends[index] ?? index))

  return {
    strength(entry, place) {
      const sum = sums[entry]
      if (!sum) return 0
      const here = firstFrom(places, place)
      return newness(sum, firstFrom(places, place - behind), here, firstFrom(places, place + ahead))
    },
    peaks(entry) {
      const sum = sums[entry]
      const gains = entries[entry]?.gains
      if (!sum || !gains) return []
      const found: (Peak & { readonly index: number })[] = []
      for (const [index, number] of words.entries()) {
        if ((gains[number] ?? 0) <= 0) continue
        const first = firsts[index]
        if (!first || first.entry !== entry || first.lead < leastAhead) continue
        const strength = newness(sum, starts[index] ?? 0, index, ends[index] ?? index)
        if (strength >= leastStrength) found.push({ at: places[index] ?? 0, strength, index })
      }
      const kept: typeof found = []
      for (const peak of found.toSorted((a, b) => b.strength - a.strength))
        if (!kept.some(({ at: other }) => Math.abs(other - peak.at) < apart)) kept.push(peak)
      return kept.map(({ at: top, strength }) => {
        const first = found.find((peak) => peak.at > top - apart && peak.strength >= comparable * strength)
        const index = first?.index ?? 0
        return { at: places[begins(sum, earliest[index] ?? 0, latest[index] ?? 0)] ?? 0, strength }
      })
    },
  }
}

/** How much a word tells in this text, from 0 to 1: one that stands on every page tells nothing. */
function tellingWords({ at, word }: KnownWords): (number: number) => number {
  const pages = Math.ceil(((at.at(-1) ?? 0) + 1) / pageLength)
  const lastPage = new Map<number, number>()
  const onPages = new Map<number, number>()
  for (const [index, number] of word.entries()) {
    const page = Math.floor((at[index] ?? 0) / pageLength)
    if (lastPage.get(number) === page) continue
    lastPage.set(number, page)
    onPages.set(number, (onPages.get(number) ?? 0) + 1)
  }
  return (number) => (pages < fewPages ? 1 : 1 - ((onPages.get(number) ?? 0) / pages) ** 2)
}

/** Where, from one word to another, it is best to begin: the place after which the sum rises most. */
function begins(sum: Float64Array, from: number, to: number): number {
  let best = from
  for (let index = from; index < to; index++) if ((sum[index] ?? 0) < (sum[best] ?? 0)) best = index
  return best
}

/** The entry that is spoken of most between two words, and by how much more than the next. */
function leaders(sums: readonly Float64Array[], from: number, to: number): { entry: number; lead: number } {
  let entry = -1
  let most = -Infinity
  let next = -Infinity
  for (const [candidate, sum] of sums.entries()) {
    const gain = (sum[to] ?? 0) - (sum[from] ?? 0)
    if (gain > most) {
      next = most
      most = gain
      entry = candidate
    } else if (gain > next) next = gain
  }
  return { entry, lead: most - next }
}

/** For each place the number of the first place that lies at least so far after it (or, below 0, at most so far before). */
function reaches(places: readonly number[], distance: number): readonly number[] {
  let index = 0
  return places.map((place) => {
    while (index < places.length && (places[index] ?? 0) < place + distance) index++
    return index
  })
}

/** The number of the first place at or after an offset. */
function firstFrom(places: readonly number[], at: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}
