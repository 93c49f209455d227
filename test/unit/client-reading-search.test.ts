import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Part } from '../../client/reading/parts.ts'
import { around, findHits, firstFrom, groupHits } from '../../client/reading/search-hits.ts'
import { foldedQuery, hitsIn, searchIndex } from '../../client/reading/search-index.ts'

/** What a search finds, as the words that stand there. */
function found(text: string, query: string): readonly string[] {
  return hitsIn(searchIndex(text), foldedQuery(query)).map(({ start, end }) => text.slice(start, end))
}

test.each([
  ['Teachers, TEACHERS and teachers', 'teachers', ['Teachers', 'TEACHERS', 'teachers']],
  ['The résumé of Peña', 'resume', ['résumé']],
  ['decomposed: re\u0301sume\u0301', 'résumé', ['re\u0301sume\u0301']],
  ['an ef\ufb01cient plan', 'efficient', ['ef\ufb01cient']],
  ['an e\ufb03cient plan', 'efficient', ['e\ufb03cient']],
  ['soft\u00adened', 'softened', ['soft\u00adened']],
  ['the State’s “plan”', 'state\'s "plan"', ['State’s “plan”']],
  ['pages 43–48', '43-48', ['43–48']],
  ['student\nachievement', 'student achievement', ['student\nachievement']],
  ['student \n\t achievement', 'student  achievement', ['student \n\t achievement']],
  ['\u{1d400}ll of it', 'all', ['\u{1d400}ll']],
  ['aaaa', 'aa', ['aa', 'aa']],
  ['one letter', 'e', []],
])('READ-7 in %j the query %j finds %j', (text, query, words) => {
  expect(found(text, query)).toEqual(words)
})

test('READ-7 what a naive search finds in plain words is found, at the same places', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'c'), minLength: 1, maxLength: 4 })
  const words = fc.array(word, { minLength: 1, maxLength: 60 }).map((all) => all.join(' '))
  fc.assert(
    fc.property(
      words,
      fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 2, maxLength: 4 }),
      (text, query) => {
        const plain = query.replaceAll(/ +/g, ' ').trim()
        const naive: number[] = []
        const low = text.toLowerCase()
        if (plain.length >= 2)
          for (let at = low.indexOf(plain); at >= 0; at = low.indexOf(plain, at + plain.length))
            naive.push(at)
        const hits = hitsIn(searchIndex(text), foldedQuery(query))
        expect(hits.map(({ start }) => start)).toEqual(naive)
        expect(hits.every(({ start, end }) => end - start === plain.length)).toBe(true)
      },
    ),
  )
})

test('READ-7 a passage of any text finds itself, and every hit reads as the query', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 200 })
  fc.assert(
    fc.property(text, fc.nat(200), fc.integer({ min: 1, max: 12 }), (all, from, length) => {
      const start = Math.min(from, all.length)
      const query = foldedQuery(all.slice(start, start + length))
      const hits = hitsIn(searchIndex(all), query)
      for (const hit of hits) {
        expect(hit.start).toBeLessThan(hit.end)
        expect(searchIndex(all.slice(hit.start, hit.end)).folded).toContain(query)
      }
      if (query !== '' && searchIndex(all).folded.includes(query)) expect(hits).not.toEqual([])
    }),
  )
})

const plan = 'Teachers lead. Teachers teach. The budget pays teachers.'
const parts: readonly Part[] = [
  { item: '(A)(1)', document: 'plan', start: 0, end: 31 },
  { item: 'P2', document: 'plan', start: 15, end: 31 },
  { item: '(B)(1)', document: 'other', start: 0, end: 56 },
]
const searched = [
  { document: 'plan', text: plan, index: searchIndex(plan) },
  { document: 'loose', text: plan, index: searchIndex(plan) },
]

test('READ-8 a hit counts for the smallest part around it, once; those outside of all come last', () => {
  const hits = findHits(searched, parts, 'teachers')
  expect(hits.map(({ document, item }) => `${document} ${item}`)).toEqual([
    'plan (A)(1)',
    'plan P2',
    'plan null',
    'loose null',
    'loose null',
    'loose null',
  ])
  expect(groupHits(hits, ['(A)(1)', '(B)(1)', 'P2'])).toEqual([
    { item: '(A)(1)', hits: [0] },
    { item: 'P2', hits: [1] },
    { item: null, hits: [2, 3, 4, 5] },
  ])
})

test.each([
  [{ document: 'plan', at: 0 }, 0],
  [{ document: 'plan', at: 16 }, 2],
  [{ document: 'plan', at: 50 }, 3],
  [{ document: 'loose', at: 50 }, 0],
])('READ-9 from %j the first hit is number %i', (from, number) => {
  expect(firstFrom(findHits(searched, parts, 'teachers'), ['plan', 'loose'], from)).toBe(number)
})

test('READ-9 a hit is shown with the words around it, cut between words', () => {
  const long = `${'before '.repeat(20)}here${' after'.repeat(20)}`
  const start = long.indexOf('here')
  const { before, hit, after } = around(long, { start, end: start + 4 })
  expect(before).toMatch(/^… (before )+$/)
  expect(hit).toBe('here')
  expect(after).toMatch(/^( after)+ …$/)
})
