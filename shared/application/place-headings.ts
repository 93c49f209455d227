import type { Entries } from './place-entries.ts'
import { stemOf, wordsOf } from './place-words.ts'

/** How a heading is compared with the titles of a rubric. */
export interface Titles {
  /** How many entries there are. */
  readonly count: number
  /** From 0 to 1, how much the words are those of the entry's title and no others. */
  likeness(entry: number, words: string): number
  /** The entry whose title the words are, and how alike; null where they are none's, or as much an area's or another's. */
  best(words: string): { readonly entry: number; readonly likeness: number } | null
}

const leastLikeness = 0.5
const leastLead = 0.08
/** How much a word counts that the rubric does not know. */
const strangeWord = 1

type Weights = ReadonlyMap<string, number>

/** The titles of the entries and areas of a rubric, compared by their words: the more telling a word, the more it counts. */
export function titlesOf({ entries, areas, vocabulary }: Entries): Titles {
  const telling = Float64Array.from({ length: vocabulary.size }, (_, word) =>
    Math.max(0, ...entries.map(({ gains }) => gains[word] ?? 0)),
  )
  const weigh = (phrase: string): Weights =>
    new Map(
      wordsOf(phrase).map((word) => {
        const known = vocabulary.numberOf(word)
        return known < 0 ? [stemOf(word), strangeWord] : [String(known), telling[known] ?? 0]
      }),
    )
  const titles = entries.map(({ titles: own }) => own.map(weigh))
  const areaTitles = areas.map(({ title }) => weigh(title))
  const most = (own: readonly Weights[], words: Weights): number =>
    Math.max(0, ...own.map((title) => alike(title, words)))

  return {
    count: entries.length,
    likeness: (entry, words) => most(titles[entry] ?? [], weigh(words)),
    best(words) {
      const own = weigh(words)
      if (own.size === 0) return null
      const likeness = titles.map((title) => most(title, own))
      const entry = likeness.indexOf(Math.max(...likeness))
      const lead = likeness[entry] ?? 0
      const next = Math.max(most(areaTitles, own), ...likeness.filter((_, other) => other !== entry))
      return lead < leastLikeness || lead - next < leastLead ? null : { entry, likeness: lead }
    },
  }
}

function alike(title: Weights, words: Weights): number {
  let shared = 0
  for (const [word, weight] of title) if (words.has(word)) shared += weight
  return (2 * shared) / (total(title) + total(words) || 1)
}

function total(words: Weights): number {
  let sum = 0
  for (const weight of words.values()) sum += weight
  return sum
}
