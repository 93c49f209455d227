import { expect, test } from 'vitest'
import {
  bordersIn,
  neighborPart,
  pagesInWords,
  partAt,
  partsInOrder,
  placedItem,
  type Part,
} from '../../client/reading/parts.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import type { DocumentText } from '../../shared/application/document-text.ts'

const documents = [{ id: 'plan' }, { id: 'more' }]
const parts = partsInOrder(
  {
    '(B)(1)': { document: 'more', start: 0, end: 10 },
    '(A)(2)': { document: 'plan', start: 40, end: 60 },
    '(A)(1)': { document: 'plan', start: 10, end: 40 },
    P2: { document: 'plan', start: 10, end: 20 },
    '(A)(3)': null,
    '(C)(1)': { document: 'gone', start: 0, end: 5 },
  },
  documents,
)

function document(text: string, pages: DocumentText['pages'] = [{ start: 0, label: null }]): DocumentText {
  return { version: 1, type: 'text', text, blocks: [], pages, ownPages: true }
}

test('READ-3 a row is answered where its criterion is, a criterion and a priority where they are themselves', () => {
  expect(['(A)(3)(ii)', '(A)(3)', 'P2'].map((item) => placedItem(raceToTheTop, item))).toEqual([
    '(A)(3)',
    '(A)(3)',
    'P2',
  ])
})

test('READ-6 parts stand in the order of the documents, and those that were not found or are in none are left out', () => {
  expect(parts.map(({ item }) => item)).toEqual(['(A)(1)', 'P2', '(A)(2)', '(B)(1)'])
})

test.each([
  ['plan', 15, 'P2'],
  ['plan', 25, '(A)(1)'],
  ['plan', 40, '(A)(2)'],
  ['plan', 5, null],
  ['plan', 60, null],
  ['more', 9, '(B)(1)'],
])('READ-8 in %s at %i one is in the smallest part around: %s', (where, at, item) => {
  expect(partAt(parts, where, at)?.item ?? null).toBe(item)
})

test.each([
  ['before all', { document: 'plan', at: 0 }, null, '(A)(1)'],
  ['within one', { document: 'plan', at: 30 }, null, '(A)(2)'],
  ['within the next', { document: 'plan', at: 45 }, 'P2', '(B)(1)'],
  ['after all of a document', { document: 'plan', at: 70 }, '(A)(2)', '(B)(1)'],
  ['in the last', { document: 'more', at: 3 }, '(A)(2)', null],
])('READ-6 %s the part before and the next are those that begin elsewhere', (_, from, before, next) => {
  expect(neighborPart(parts, documents, from, -1)?.item ?? null).toBe(before)
  expect(neighborPart(parts, documents, from, 1)?.item ?? null).toBe(next)
})

test('READ-5 borders say what begins, and what ends where nothing else begins at once', () => {
  const text = document(`${'x'.repeat(10)}${'a'.repeat(30)}${'b'.repeat(18)}\n\n${'c'.repeat(20)}`)
  expect(bordersIn(parts, 'plan', text)).toEqual(
    [
      { at: 10, words: '(A)(1), Priority 2 begin' },
      { at: 20, words: 'Priority 2 ends' },
      { at: 60, words: '(A)(2) ends' },
    ].toSpliced(2, 0, { at: 40, words: '(A)(2) begins' }),
  )
})

test('READ-5 nothing ends with the end of the document', () => {
  const only: readonly Part[] = [{ item: '(A)(1)', document: 'plan', start: 0, end: 20 }]
  expect(bordersIn(only, 'plan', document('a'.repeat(20)))).toEqual([{ at: 0, words: '(A)(1) begins' }])
})

test('READ-3 the pages of a part are told as the file calls them', () => {
  const text = document('x'.repeat(90), [
    { start: 0, label: 'iv' },
    { start: 30, label: null },
    { start: 60, label: null },
  ])
  expect(pagesInWords(text, { start: 0, end: 30 })).toBe('page iv')
  expect(pagesInWords(text, { start: 10, end: 61 })).toBe('pages iv to 3')
})
