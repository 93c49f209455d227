import { foldedQuery, hitsIn, searchIndex } from '../../client/reading/search-index.ts'

// How long a search takes in a text as long as an application of 2010: once for its index, then for each query.
// Run with: node server/start.mjs run test/bench/search.ts

const length = 425_000
const sentence =
  'The State’s plan names each district that takes part, its teachers and what their students have achieved. '
const queries = ['the', 'teachers', 'students have achieved', 'ea', 'nowhere to be found']
const rounds = 50

const text = sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length)
const median = (times: readonly number[]): string =>
  (times.toSorted((left, right) => left - right)[Math.floor(times.length / 2)] ?? NaN).toFixed(2)

function timed<Value>(work: () => Value): { readonly value: Value; readonly ms: number } {
  const begun = performance.now()
  const value = work()
  return { value, ms: performance.now() - begun }
}

const made = Array.from({ length: 10 }, () => timed(() => searchIndex(text)))
const index = made[0]?.value ?? searchIndex(text)
console.log(
  `Index of ${length.toLocaleString('en-US')} characters: ${median(made.map(({ ms }) => ms))} ms, once`,
)
for (const query of queries) {
  const asked = Array.from({ length: rounds }, () => timed(() => hitsIn(index, foldedQuery(query))))
  const hits = asked[0]?.value.length ?? 0
  console.log(`“${query}”: ${hits.toLocaleString('en-US')} hits in ${median(asked.map(({ ms }) => ms))} ms`)
}
