import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText } from '../../shared/application/clean-text.ts'
import { documentTextSchema } from '../../shared/application/document-text.ts'
import { itemText, pageText } from '../../shared/application/page-text.ts'
import { assemble, type Piece } from '../../server/import/parse/assemble.ts'
import { cutLong, longestParagraph } from '../../server/import/parse/cut.ts'
import { decodeText } from '../../server/import/parse/decode-text.ts'
import { headingLevel, paragraphLevel } from '../../server/import/parse/heading-line.ts'

const somePiece: fc.Arbitrary<Piece> = fc.oneof(
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.integer({ min: 1, max: 6 }),
    text: fc.string(),
  }),
  fc.record({
    kind: fc.constantFrom('paragraph' as const, 'item' as const, 'table' as const),
    text: fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((text) => `${text} and so on. `.repeat(300)),
      fc.array(fc.array(fc.string())).map((rows) => rows.map((row) => row.join('\t')).join('\n')),
    ),
  }),
  fc.constant({ kind: 'page' as const }),
)

describe('a document made of pieces', () => {
  test('IMPORT-3 holds clean text, with blocks and pages in order and nothing but blank space between blocks', () => {
    fc.assert(
      fc.property(fc.array(somePiece, { maxLength: 30 }), (pieces) => {
        const made = assemble('text', pieces)
        if (made === null) return
        expect(documentTextSchema.safeParse(made).success).toBe(true)
        const { text, blocks } = made
        expect(cleanText(text)).toBe(text)
        expect(text).not.toMatch(/ $/m)
        const between = blocks
          .map(({ start }, index) => text.slice(blocks[index - 1]?.end ?? 0, start))
          .join('')
        expect(between.trim()).toBe('')
        for (const { start, end } of blocks) expect(text.slice(start, end)).toMatch(/^[\S\t]/)
      }),
      { numRuns: 200 },
    )
  })

  test('IMPORT-3 loses no word of any piece', () => {
    fc.assert(
      fc.property(fc.array(fc.lorem({ mode: 'sentences', maxCount: 80 })), (texts) => {
        const made = assemble(
          'text',
          texts.map((text) => ({ kind: 'paragraph', text })),
        )
        const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')
        expect(words(made?.text ?? '')).toEqual(words(texts.join(' ')))
      }),
    )
  })

  test('IMPORT-5 has pages of about 3,000 characters that begin with a block, a heading with what it heads', () => {
    const paragraph = { kind: 'paragraph' as const, text: 'A sentence of the plan stands here. '.repeat(20) }
    const heading = { kind: 'heading' as const, level: 1, text: 'A part' }
    const made = assemble(
      'docx',
      Array.from({ length: 60 }, (_, at) => (at % 4 === 3 ? heading : paragraph)),
    )
    if (made === null) throw new Error('Nothing was made.')
    const starts = made.pages.map(({ start }) => start)
    expect(made.ownPages).toBe(false)
    for (const start of starts) expect(made.blocks.map((block) => block.start)).toContain(start)
    const lengths = starts.map((start, at) => (starts[at + 1] ?? made.text.length) - start)
    for (const length of lengths.slice(0, -1))
      expect(length).toSatisfy((one: number) => one > 1_500 && one <= 4_500)
    const lastOnPage = starts
      .slice(1)
      .map((start) => made.blocks.findLast((block) => block.end <= start)?.kind)
    expect(lastOnPage).not.toContain('heading')
  })

  test('IMPORT-5 has the pages of the file where these are as long as pages are', () => {
    const page = { kind: 'paragraph' as const, text: 'Words. '.repeat(100) }
    const own = assemble('text', [page, { kind: 'page' }, { kind: 'page' }, page, { kind: 'page' }])
    expect(own?.ownPages).toBe(true)
    expect(own?.pages).toHaveLength(3)
    const chapters = assemble('rtf', [...Array.from({ length: 20 }, () => page), { kind: 'page' }, page])
    expect(chapters?.ownPages).toBe(false)
  })

  test('IMPORT-5 turns the page within a table that is longer than one, after a row', () => {
    const rows = Array.from({ length: 500 }, (_, at) => `Row ${at}\t${at * 3}\tof the budget`).join('\n')
    const made = assemble('docx', [{ kind: 'table', text: rows }])
    expect(made?.blocks).toHaveLength(1)
    for (const { start } of made?.pages.slice(1) ?? []) expect(made?.text[start - 1]).toBe('\n')
    expect(made?.pages.length).toBeGreaterThan(3)
  })
})

test('IMPORT-4 a paragraph without end is cut after sentences, and one without sentences between words', () => {
  const sentences = 'The U.S. Department asks for a plan, e.g. one by Dr. Who. '.repeat(400).trim()
  const cut = cutLong(sentences).map(({ start, end }) => sentences.slice(start, end))
  expect(cut.join(' ')).toBe(sentences)
  for (const part of cut) expect(part).toMatch(/^The U\.S\. .*Dr\. Who\.$/)
  const words = 'word '.repeat(3_000).trim()
  const ranges = cutLong(words)
  expect(ranges.every(({ start, end }) => end - start <= longestParagraph)).toBe(true)
  expect(ranges.map(({ start, end }) => words.slice(start, end)).join(' ')).toBe(words)
  const oneWord = '\u{1F600}'.repeat(5_000)
  for (const { start, end } of cutLong(oneWord)) expect(oneWord.slice(start, end).isWellFormed()).toBe(true)
})

describe('plain text', () => {
  const bytes = (...parts: (string | number[])[]): Uint8Array =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

  test.each([
    ['eight bits, UTF', bytes('“naïve” – plan')],
    ['eight bits, UTF, with their mark', bytes([0xef, 0xbb, 0xbf], '“naïve” – plan')],
    ['sixteen bits, little end first', Buffer.from('\ufeff“naïve” – plan', 'utf16le')],
    ['sixteen bits, big end first', Buffer.from('\ufeff“naïve” – plan', 'utf16le').swap16()],
    ['Windows-1252', bytes([0x93], 'na', [0xef], 've', [0x94, 0x20, 0x96], ' plan')],
  ])('IMPORT-4 is read in %s', (_, content) => {
    expect(cleanText(decodeText(content) ?? '')).toBe('“naïve” – plan')
  })

  test('IMPORT-4 has line breaks of one kind, and is not text where it holds what no text does', () => {
    expect(decodeText(bytes('a\r\nb\rc\nd'))).toBe('a\nb\nc\nd')
    expect(decodeText(bytes('a', [0], 'b'))).toBeNull()
    expect(decodeText(bytes([1, 2, 3, 4, 5, 6], 'mostly not'))).toBeNull()
  })
})

test.each<[string, number | null]>([
  ['(B) Standards and Assessments', 1],
  ['(B)(1) Developing and adopting common standards (40 points)', 2],
  ['(D)(2)(ii): Evaluation systems', 3],
  ['Selection Criterion (D)(2)', 2],
  ['Section IV', 1],
  ['APPENDIX B: LETTERS OF SUPPORT', 1],
  ['Absolute Priority 1', 1],
  ['IV. Budget Narrative', 1],
  ['2.3 Timeline of the work', 2],
  ['EXECUTIVE SUMMARY', 2],
  ['(A) Screen all existing staff; and', null],
  ['(1) a numbered point', null],
  ['(B)(1) Developing common standards .............. 12', null],
  ['Section II of this plan says how the work is done.', null],
  ['The plan is of one piece', null],
  ['84.395A', null],
  ['FY 2010', null],
])('IMPORT-1 “%s” is a heading of level %s by what it says', (line, level) => {
  expect(headingLevel(line)).toBe(level)
})

test('IMPORT-1 a short paragraph that is bold from end to end is a heading', () => {
  expect(paragraphLevel('How we will know', true)).toBe(4)
  expect(paragraphLevel('How we will know', false)).toBeNull()
  expect(paragraphLevel('This must not be overlooked.', true)).toBeNull()
})

test('IMPORT-2 each piece of a page is found in its text where it begins, as it is drawn', () => {
  const item = fc.record({ str: fc.string({ unit: 'binary' }), hasEOL: fc.boolean() })
  fc.assert(
    fc.property(fc.array(item), (items) => {
      const { text, starts } = pageText(items)
      const drawn = items.map((one) => itemText(one) + (one.hasEOL ? '\n' : ''))
      expect(drawn.map((one, at) => text.slice(starts[at], (starts[at] ?? 0) + one.length))).toEqual(drawn)
      expect(drawn.join('')).toBe(text)
      expect(text.isWellFormed()).toBe(true)
    }),
  )
})

test('IMPORT-3 letters are composed, ligatures of programs and unseen marks are gone, spaces are spaces', () => {
  expect(cleanText('nai\u0308ve\u00a0trans\u00adfor\u200bmation\u0007 \uf0b7 \ud800')).toBe(
    'naïve transformation  • \ufffd',
  )
})
