import { expect, test } from 'vitest'
import { textPages, type Drawn } from '../../client/reading/text-layout.ts'
import type { DocumentText, TextBlock } from '../../shared/application/document-text.ts'

type Piece = readonly [kind: TextBlock['kind'], text: string]

/** A document of blocks with an empty line between; pages begin before the blocks of these numbers, or at other places. */
function made(pieces: readonly Piece[], pages: readonly number[] = []): DocumentText {
  let text = ''
  const blocks = pieces.map(([kind, words]) => {
    if (text !== '') text += '\n\n'
    const start = text.length
    text += words
    return { kind, ...(kind === 'heading' ? { level: 1 } : {}), start, end: text.length }
  })
  return {
    version: 1,
    type: 'text',
    text,
    blocks,
    pages: [0, ...pages].map((start) => ({ start, label: null })),
    ownPages: true,
  }
}

/** What is drawn, as words; a number stands where a page begins among them. */
function words(text: string, drawn: readonly Drawn[]): readonly string[] {
  const said = (runs: readonly { start: number; end: number; page?: number | null }[]): string =>
    runs.map(({ start, end, page }) => `${page ? `[${page}]` : ''}${text.slice(start, end)}`).join('')
  return drawn.map((one) => {
    switch (one.kind) {
      case 'border':
        return `-- ${one.words}`
      case 'items':
        return one.items.map((item) => `* ${said(item)}`).join(' ')
      case 'table':
        return one.rows.map((row) => row.map((cell) => said([cell])).join('|')).join(' / ')
      default:
        return `${one.kind}: ${said(one.runs)}`
    }
  })
}

test('READ-1 blocks stand on the page that they begin on, and items that follow each other are one list', () => {
  const text = made(
    [
      ['heading', 'Plan'],
      ['paragraph', 'We will.'],
      ['item', 'one'],
      ['item', 'two'],
      ['paragraph', 'Then.'],
    ],
    [16],
  )
  expect(textPages(text, []).map(({ drawn }) => words(text.text, drawn))).toEqual([
    ['heading: Plan', 'paragraph: We will.'],
    ['* one * two', 'paragraph: Then.'],
  ])
})

test('READ-1 rows of a table are as wide as the widest, and every cell is where its words are', () => {
  const text = made([['table', 'Year\tSum\n2010\t1,200\tmore\n2011']])
  const [page] = textPages(text, [])
  expect(words(text.text, page?.drawn ?? [])).toEqual(['Year|Sum| / 2010|1,200|more / 2011||'])
})

test('READ-1 a page that begins within a block is numbered there, and not again', () => {
  const text = made(
    [
      ['paragraph', 'aaaa bbbb cccc'],
      ['paragraph', 'dddd'],
    ],
    [5],
  )
  const pages = textPages(text, [])
  expect(pages.map(({ drawn }) => words(text.text, drawn))).toEqual([
    ['paragraph: aaaa [2]bbbb cccc'],
    ['paragraph: dddd'],
  ])
  expect(pages.map(({ numbered }) => numbered)).toEqual([true, false])
})

test('READ-5 a border stands before its block, and cuts one that it lies in', () => {
  const text = made([
    ['paragraph', 'aaaa'],
    ['paragraph', 'bbbb cccc'],
    ['table', 'x\ty'],
  ])
  const borders = [
    { at: 0, words: 'A begins' },
    { at: 5, words: 'B begins' },
    { at: 11, words: 'C begins' },
    { at: 18, words: 'D begins' },
  ]
  expect(textPages(text, borders).flatMap(({ drawn }) => words(text.text, drawn))).toEqual([
    '-- A begins',
    'paragraph: aaaa',
    '-- B begins',
    'paragraph: bbbb ',
    '-- C begins',
    'paragraph: cccc',
    '-- D begins',
    'x|y',
  ])
})
