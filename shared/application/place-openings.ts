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
const leastLead = 3
const apart = 1_500
/** In a text of fewer pages every word may stand on each. */
const fewPages = 10
/** An earlier peak is the opening of a later one nearby if it has this share of its strength. */
const comparable = 0.6
/** How far before and after its peak an opening may begin. */
const around = 300

/** The openings in one text, for each entry by its number. */
export function openingsIn(known: KnownWords, entries: readonly Entry[]): Openings {
  const { at: places, word: words } = freshOnly(known)
  const telling = tellingWords(known)
  const sums = entries.map(({ gains }) => {
    const worth = gains.map((gain, number) => gain * (telling.get(number) ?? 1))
    const sum = new Float64Array(words.length + 1)
    for (let index = 0; index < words.length; index++)
      sum[index + 1] = (sum[index] ?? 0) + (worth[words[index] ?? 0] ?? 0)
    return sum
  })
  const ends = reaches(places, ahead)
  const starts = reaches(places, -behind)
  const leads = leadsOf(sums, ends)

  return {
    strength(entry, place) {
      const sum = sums[entry]
      if (!sum) return 0
      const [from, here, to] = [place - behind, place, place + ahead].map((at) => firstFrom(places, at))
      return newness(sum, from ?? 0, here ?? 0, to ?? 0)
    },
    peaks(entry) {
      const sum = sums[entry]
      const gains = entries[entry]?.gains
      if (!sum || !gains) return []
      const found: (Peak & { readonly index: number })[] = []
      for (let index = 0; index < words.length; index++) {
        if (leads.entry[index] !== entry || (leads.by[index] ?? 0) < leastLead) continue
        if ((gains[words[index] ?? 0] ?? 0) <= 0) continue
        const strength = newness(sum, starts[index] ?? 0, index, ends[index] ?? index)
        if (strength >= leastStrength) found.push({ at: places[index] ?? 0, strength, index })
      }
      const kept: typeof found = []
      for (const peak of found.toSorted((a, b) => b.strength - a.strength))
        if (!kept.some(({ at: other }) => Math.abs(other - peak.at) < apart)) kept.push(peak)
      return kept.map(({ at: top, strength }) => {
        const first = found.find((peak) => peak.at > top - apart && peak.strength >= comparable * strength)
        const near = first?.at ?? top
        return {
          at: places[begins(sum, firstFrom(places, near - around), firstFrom(places, near + around))] ?? top,
          strength,
        }
      })
    },
  }
}

function newness(sum: Float64Array, from: number, here: number, to: number): number {
  const middle = sum[here] ?? 0
  return (sum[to] ?? 0) - middle - Math.max(middle - (sum[from] ?? 0), leastBefore)
}

function freshOnly({ at, word }: KnownWords): KnownWords {
  const lastAt = new Map<number, number>()
  const fresh: { readonly at: number[]; readonly word: number[] } = { at: [], word: [] }
  for (let index = 0; index < word.length; index++) {
    const number = word[index] ?? 0
    const place = at[index] ?? 0
    if (place - (lastAt.get(number) ?? -Infinity) < freshAfter) continue
    lastAt.set(number, place)
    fresh.at.push(place)
    fresh.word.push(number)
  }
  return fresh
}

/** How much each word tells in this text, from 0 to 1: one that stands on every page tells nothing. */
function tellingWords({ at, word }: KnownWords): ReadonlyMap<number, number> {
  const pages = Math.ceil(((at.at(-1) ?? 0) + 1) / pageLength)
  if (pages < fewPages) return new Map()
  const onPages = new Map<number, Set<number>>()
  for (let index = 0; index < word.length; index++) {
    const number = word[index] ?? 0
    const own = onPages.get(number) ?? new Set()
    onPages.set(number, own.add(Math.floor((at[index] ?? 0) / pageLength)))
  }
  return new Map(Array.from(onPages, ([number, { size }]) => [number, 1 - (size / pages) ** 2]))
}

/** Where, from one word to another, it is best to begin: the place after which the sum rises most. */
function begins(sum: Float64Array, from: number, to: number): number {
  let best = from
  for (let index = from; index < to; index++) if ((sum[index] ?? 0) < (sum[best] ?? 0)) best = index
  return best
}

/** For each word the entry that is spoken of most from there to its end, and by how much more than the next. */
function leadsOf(sums: readonly Float64Array[], ends: readonly number[]) {
  const entry = new Int16Array(ends.length).fill(-1)
  const most = new Float64Array(ends.length).fill(-Infinity)
  const next = new Float64Array(ends.length).fill(-Infinity)
  for (let candidate = 0; candidate < sums.length; candidate++) {
    const sum = sums[candidate] ?? most
    for (let index = 0; index < ends.length; index++) {
      const gain = (sum[ends[index] ?? 0] ?? 0) - (sum[index] ?? 0)
      if (gain > (most[index] ?? 0)) {
        next[index] = most[index] ?? 0
        most[index] = gain
        entry[index] = candidate
      } else if (gain > (next[index] ?? 0)) next[index] = gain
    }
  }
  return { entry, by: most.map((gain, index) => gain - (next[index] ?? 0)) }
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
