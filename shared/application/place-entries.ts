import type { Criterion, Priority, Rubric } from '../rubric/rubric.ts'
import { stemOf, vocabularyOf, wordsOf, type Vocabulary } from './place-words.ts'

/** What is looked for: a criterion or a priority, in the rubric's order. */
export interface Entry {
  readonly id: string
  readonly kind: 'criterion' | 'priority'
  readonly titles: readonly string[]
  /** By the number of a word: how much more it is said of this entry than of the others, in nats; below 0 for words of others. */
  readonly gains: Float64Array
}

export interface Entries {
  readonly entries: readonly Entry[]
  /** Titles of the areas: headings that are none of an entry. */
  readonly areas: readonly { readonly id: string; readonly title: string }[]
  readonly vocabulary: Vocabulary
}

type Weighted = readonly [phrase: string, weight: number]

/** How much of a text about an entry is made of the entry's own words; the rest is everybody's. */
const ownShare = 0.5

/** What the rubric says of each criterion and priority, made ready for comparing texts with it. */
export function entriesOf(rubric: Rubric): Entries {
  const described = [
    ...rubric.criteria.map((criterion) => ({
      id: criterion.id,
      kind: 'criterion' as const,
      titles: [criterion.title, criterion.short],
      phrases: criterionPhrases(criterion),
    })),
    ...rubric.priorities.map((priority) => ({
      id: priority.id,
      kind: 'priority' as const,
      titles: [priority.title],
      phrases: priorityPhrases(priority),
    })),
  ]
  const stems = [
    ...new Set(
      described.flatMap(({ phrases }) => phrases.flatMap(([phrase]) => wordsOf(phrase).map(stemOf))),
    ),
  ]
  const numbers = new Map(stems.map((stem, number) => [stem, number]))
  const shares = described.map(({ phrases }) => sharesOf(phrases, numbers))
  const average = stems.map((_, number) => mean(shares.map((share) => share[number] ?? 0)))
  return {
    entries: described.map(({ id, kind, titles }, order) => ({
      id,
      kind,
      titles,
      gains: Float64Array.from(average, (all, number) =>
        Math.log(1 - ownShare + (ownShare * (shares[order]?.[number] ?? 0)) / all),
      ),
    })),
    areas: rubric.areas,
    vocabulary: vocabularyOf(stems),
  }
}

/** Titles weigh more: they are what is most likely to be repeated. */
function criterionPhrases({ title, short, summary, rows }: Criterion): readonly Weighted[] {
  return [
    [title, 3],
    [short, 1],
    [summary, 1],
    ...rows.flatMap((row): readonly Weighted[] => [
      [row.title, 1.5],
      [row.summary, 1],
      ...row.parts.map(({ text }): Weighted => [text, 1]),
      ...row.evidence.map((text): Weighted => [text, 0.5]),
    ]),
  ]
}

function priorityPhrases(priority: Priority): readonly Weighted[] {
  const parts = priority.kind === 'competitive' ? priority.parts : []
  return [[priority.title, 3], [priority.summary, 1], ...parts.map(({ text }): Weighted => [text, 1])]
}

function sharesOf(phrases: readonly Weighted[], numbers: ReadonlyMap<string, number>): Float64Array {
  const shares = new Float64Array(numbers.size)
  let all = 0
  for (const [phrase, weight] of phrases) {
    for (const word of wordsOf(phrase)) {
      const number = numbers.get(stemOf(word)) ?? 0
      shares[number] = (shares[number] ?? 0) + weight
      all += weight
    }
  }
  return all === 0 ? shares : shares.map((weight) => weight / all)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1)
}
