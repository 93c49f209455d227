import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { citeAll, citedSentence, pagesInShort, pagesOf, uncited } from '../../client/reading/marks/citing.ts'
import { listMarks } from '../../client/reading/marks/listed-marks.ts'
import type { Mark } from '../../client/reading/marks/marks.ts'
import { extend, step, unitFrom } from '../../client/reading/marks/reading-steps.ts'
import type { DocumentText } from '../../shared/application/document-text.ts'
import type { ReadingDocument } from '../../shared/application/reading.ts'

const id = '3f0a9c01b2de'
const criterion = '(A)(3)'

/** A text of blocks under each other, a page for every so many letters. */
function textOf(blocks: readonly (string | { readonly table: string })[], pageLength = 1_000): DocumentText {
  const text = blocks.map((block) => (typeof block === 'string' ? block : block.table)).join('\n\n')
  let at = 0
  return {
    version: 1,
    type: 'text',
    text,
    blocks: blocks.map((block) => {
      const words = typeof block === 'string' ? block : block.table
      const start = text.indexOf(words, at)
      at = start + words.length
      return { kind: typeof block === 'string' ? 'paragraph' : 'table', start, end: at }
    }),
    pages: Array.from({ length: Math.ceil(text.length / pageLength) }, (_, page) => ({
      start: page * pageLength,
      label: null,
    })),
    ownPages: true,
  }
}

test('MARK-8 a passage stands on the pages that its words stand on; one over more than five is cited by none', () => {
  const text = textOf(['x'.repeat(100)], 10)
  expect(pagesOf(text, { start: 10, end: 20 })).toEqual([2])
  expect(pagesOf(text, { start: 19, end: 21 })).toEqual([2, 3])
  expect(pagesOf(text, { start: 0, end: 50 })).toEqual([1, 2, 3, 4, 5])
  expect(pagesOf(text, { start: 0, end: 51 })).toEqual([])
})

test('MARK-8 pages are cited once, and only what was cited is taken back', () => {
  const place = { doc: new Y.Doc() }
  citeAll(place, criterion, [{ document: id, page: 45 }], true)
  const more = uncited(place, criterion, id, [45, 46, 47])
  expect(more).toEqual([
    { document: id, page: 46 },
    { document: id, page: 47 },
  ])
  citeAll(place, criterion, more, true)
  expect(uncited(place, criterion, id, [45, 46, 47])).toEqual([])
  expect(uncited(place, '(B)(1)', id, [45])).toHaveLength(1)
  citeAll(place, criterion, more, false)
  expect(uncited(place, criterion, id, [45, 46, 47])).toEqual(more)
})

test('MARK-8 the sentence names pages, criterion, and the document where there are several', () => {
  const pages = [45, 46, 47].map((page) => ({ document: id, page }))
  expect(citedSentence(pages.slice(0, 1), null, criterion, true)).toBe('Page 45 is cited under (A)(3).')
  expect(citedSentence(pages.slice(0, 2), 'Appendix', criterion, true)).toBe(
    'Pages 45 and 46 of Appendix are cited under (A)(3).',
  )
  expect(citedSentence(pages, null, criterion, false)).toBe(
    'Pages 45 to 47 are no longer cited under (A)(3).',
  )
  expect(pagesInShort([45])).toBe('p. 45')
  expect(pagesInShort([45, 46])).toBe('p. 45–46')
})

const read = textOf([
  'One is first. Two is\nsecond. Three is third.',
  'Four is alone.',
  { table: 'Year\t2003\nRate\t87' },
])
const wordsOf = (passage: { start: number; end: number } | null) =>
  passage && read.text.slice(passage.start, passage.end)
const passageOf = (words: string) => {
  const start = read.text.indexOf(words)
  return { start, end: start + words.length }
}

test('MARK-9 the keyboard goes from paragraph to paragraph and from sentence to sentence, also back', () => {
  expect(wordsOf(unitFrom(read, 0, 'sentence', 1))).toBe('One is first.')
  expect(wordsOf(step(read, passageOf('One is first.'), 'sentence', 1))).toBe('Two is\nsecond.')
  expect(wordsOf(step(read, passageOf('Three is third.'), 'sentence', 1))).toBe('Four is alone.')
  expect(wordsOf(step(read, passageOf('Four is alone.'), 'sentence', -1))).toBe('Three is third.')
  expect(wordsOf(step(read, passageOf('Two is\nsecond.'), 'paragraph', 1))).toBe('Four is alone.')
  expect(wordsOf(step(read, passageOf('Four is alone.'), 'paragraph', 1))).toBe('Year\t2003\nRate\t87')
  expect(wordsOf(step(read, passageOf('Four is alone.'), 'sentence', 1))).toBe('Year\t2003')
  expect(step(read, passageOf('Rate\t87'), 'sentence', 1)).toBeNull()
  expect(step(read, passageOf('One is first.'), 'sentence', -1)).toBeNull()
})

test('MARK-9 from a whole paragraph sentences begin with its own', () => {
  const paragraph = passageOf('One is first. Two is\nsecond. Three is third.')
  expect(wordsOf(step(read, paragraph, 'sentence', 1))).toBe('One is first.')
  expect(wordsOf(step(read, paragraph, 'sentence', -1))).toBe('Three is third.')
})

test('MARK-9 a passage grows and shrinks at its end, and never to nothing', () => {
  const two = extend(read, passageOf('Two is\nsecond.'), 'sentence', 1)
  expect(wordsOf(two)).toBe('Two is\nsecond. Three is third.')
  expect(wordsOf(extend(read, two, 'sentence', -1))).toBe('Two is\nsecond.')
  expect(wordsOf(extend(read, passageOf('Two is\nsecond.'), 'sentence', -1))).toBe('Two is\nsecond.')
  expect(wordsOf(extend(read, two, 'paragraph', 1))).toBe('Two is\nsecond. Three is third.\n\nFour is alone.')
  expect(extend(read, passageOf('Rate\t87'), 'sentence', 1)).toEqual(passageOf('Rate\t87'))
})

test('MARK-10 all highlights are listed by document and place, and each lost one keeps its words', () => {
  const document = (file: string, title: string): ReadingDocument => ({
    id: file.slice(0, 12),
    title,
    kind: 'narrative',
    type: 'text',
    file,
    text: 'e'.repeat(64),
    pages: 1,
    ownPages: true,
    length: read.text.length,
  })
  const [first, second, gone] = ['a', 'b', 'c'].map((letter) => letter.repeat(64)) as [string, string, string]
  const mark = (name: string, file: string, words: string): Mark => ({
    id: name,
    note: '',
    highlight: { file, ...passageOf(words), quote: words, item: null, at: 1 },
  })
  const marks = [
    mark('removed', gone, 'Elsewhere.'),
    mark('later', first, 'Four is alone.'),
    mark('lost', first, 'Nowhere in it.'),
    mark('earlier', first, 'One is first.'),
    mark('waiting', second, 'Two is\nsecond.'),
  ]
  const listed = listMarks(marks, [document(second, 'Second'), document(first, 'First')], (of) =>
    of === first.slice(0, 12) ? read : null,
  )
  expect(
    listed.map((group) => [group.document?.title ?? null, group.marks.map((each) => each.mark.id)]),
  ).toEqual([
    ['Second', ['waiting']],
    ['First', ['earlier', 'later', 'lost']],
    [null, ['removed']],
  ])
  expect(listed.flatMap((group) => group.marks.map(({ page, lost }) => [page, lost]))).toEqual([
    [null, false],
    ['1', false],
    ['1', false],
    [null, true],
    [null, true],
  ])
})
