import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseFile } from '../../server/import/parse-file.ts'
import { laidDown, madeDocx, read, readWell, textOf } from '../harness/made-files.ts'
import { madePdf } from '../harness/made-files-pdf.ts'

const words = 'The State adopts common standards and says by when each district follows. '.repeat(4).trim()

describe('a document of each kind', () => {
  test('IMPORT-1 a Word document has headings by style, list items, tables, its title, and no pictures', async () => {
    const docx = madeDocx(
      [
        { text: 'The plan', style: 'Title' },
        { text: '(B)(1) Standards', style: 'Heading2' },
        { text: words },
        { text: 'How we will know', bold: true },
        { text: 'a point & another <one>', listed: true },
        [
          ['Year', 'Dollars'],
          ['2010', '1,000'],
        ],
        [[`${words} ${words} ${words} ${words}`]],
      ],
      { title: 'Plan of the State', more: { 'word/media/image1.png': new Uint8Array(1000) } },
    )
    const { type, title, blocks, document } = await readWell('plan.docx', docx)
    expect({ type, title, ownPages: document.ownPages }).toEqual({
      type: 'docx',
      title: 'Plan of the State',
      ownPages: false,
    })
    expect(blocks).toEqual([
      ['heading 1', 'The plan'],
      ['heading 2', '(B)(1) Standards'],
      ['paragraph', words],
      ['heading 4', 'How we will know'],
      ['item', 'a point & another <one>'],
      ['table', 'Year\tDollars\n2010\t1,000'],
      // A table of one cell is a frame around text.
      ['paragraph', `${words} ${words} ${words} ${words}`],
    ])
  })

  test('IMPORT-1 an RTF has its headings, paragraphs and title', async () => {
    const { type, title, blocks } = await readWell(
      'plan.rtf',
      String.raw`{\rtf1\ansi{\info{\title Plan of the State}}{\stylesheet{\s1 heading 1;}}\pard\s1 Standards\par\pard Caf\'e9 words.\par}`,
    )
    expect({ type, title }).toEqual({ type: 'rtf', title: 'Plan of the State' })
    expect(blocks).toEqual([
      ['heading 1', 'Standards'],
      ['paragraph', 'Café words.'],
    ])
  })

  test('IMPORT-1 Markdown has its headings, items and tables, with the marks of its lines taken out', async () => {
    const { type, title, blocks } = await readWell(
      'plan.md',
      [
        '# The *plan*',
        '## (B)(1) Standards',
        'Some **bold** words &amp; a [link](https://example.org) ![picture](x.png)',
        '- one\n- two\n  - inner',
        '| Year | Dollars |\n| --- | ---: |\n| 2010 | 1,000 |\n| 2011 | |',
        '```\ncode  here\n```',
        '<script>alert(1)</script><div>In a frame</div>',
      ].join('\n\n'),
    )
    expect({ type, title }).toEqual({ type: 'markdown', title: 'The plan' })
    expect(blocks).toEqual([
      ['heading 1', 'The plan'],
      ['heading 2', '(B)(1) Standards'],
      ['paragraph', 'Some bold words & a link'],
      ['item', 'one'],
      ['item', 'two'],
      ['item', 'inner'],
      ['table', 'Year\tDollars\n2010\t1,000\n2011\t'],
      ['paragraph', 'code  here'],
      ['paragraph', 'In a frame'],
    ])
  })

  test('IMPORT-1 plain text has paragraphs at blank lines, headings by what they say, items, and pages at form feeds', async () => {
    const { type, blocks, document } = await readWell(
      'plan.txt',
      `EXECUTIVE SUMMARY\r\n\r\nFirst line  \r\nsecond line.\r\n\r\n(B)(1) Standards\r\nThe State adopts\r\nthem.\r\n\r\n• one\r\n• two\r\n\f2.1 Budget by year\r\n\r\n${words}\r\n\f`,
    )
    expect(type).toBe('text')
    expect(blocks).toEqual([
      ['heading 2', 'EXECUTIVE SUMMARY'],
      ['paragraph', 'First line\nsecond line.'],
      ['heading 2', '(B)(1) Standards'],
      ['paragraph', 'The State adopts\nthem.'],
      ['item', '• one'],
      ['item', '• two'],
      ['heading 2', '2.1 Budget by year'],
      ['paragraph', words],
    ])
    expect(document.ownPages).toBe(true)
    expect(document.pages.map(({ start }) => document.text.slice(start).trimStart().slice(0, 9))).toEqual([
      'EXECUTIVE',
      '2.1 Budge',
    ])
  })

  test('IMPORT-1 a PDF has headings by size, by weight and by their words, paragraphs, its title and its pages', async () => {
    const pdf = await madePdf(
      [
        [
          { text: 'The plan of the State', size: 22 },
          words,
          { text: '(B)(1) Standards', bold: true },
          words,
          words,
          { text: 'How we will know', bold: true },
          words,
        ],
        ['(B)(2) Assessments', words, '• a point'],
      ],
      { title: 'Plan of the State' },
    )
    const { type, title, blocks, document } = await readWell('plan.pdf', pdf)
    expect({ type, title, pages: document.pages.length, ownPages: document.ownPages }).toEqual({
      type: 'pdf',
      title: 'Plan of the State',
      pages: 2,
      ownPages: true,
    })
    expect(blocks.map(([kind, text]) => [kind, text?.replaceAll('\n', ' ')])).toEqual([
      ['heading 1', 'The plan of the State'],
      ['paragraph', words],
      ['heading 2', '(B)(1) Standards'],
      ['paragraph', words],
      ['paragraph', words],
      ['heading 4', 'How we will know'],
      ['paragraph', words],
      ['heading 2', '(B)(2) Assessments'],
      ['paragraph', words],
      ['item', '• a point'],
    ])
  })

  test('IMPORT-3 the same file is read to the same text each time', async () => {
    const file = laidDown('plan.docx', madeDocx([{ text: 'Nai\u0308ve\u00a0plan' }, { text: words }]))
    const [first, second] = [await parseFile(file), await parseFile(file)]
    expect(first).toEqual(second)
    if (!('parsed' in first)) throw new Error(first.sentence)
    expect(textOf(first).text).toContain('Naïve plan')
  })
})

test('IMPORT-4 a text that is one line of 425,000 characters has paragraphs, and not one character moved', async () => {
  const line = 'The U.S. grants money to States that plan well. Each says how (see No. 4) and by when. '
    .repeat(4_900)
    .trim()
  expect(line.length).toBeGreaterThan(425_000)
  const { document, blocks } = await readWell('plan.txt', line)
  expect(document.text).toBe(line)
  expect(blocks.length).toBeGreaterThan(140)
  for (const [kind, text] of blocks) {
    expect(kind).toBe('paragraph')
    expect(text?.length).toBeLessThanOrEqual(3_000)
    expect(text).toMatch(/^(?:The|Each) .*\.$/)
  }
  expect(document.pages.length).toBeGreaterThan(100)
})

const seed = new URL('../../../shared/seeds/002_e2d4901213949a7f.txt', import.meta.url)
test.runIf(existsSync(seed))(
  'IMPORT-4 a real application as poor recognized text keeps every character in its place',
  async () => {
    const source = readFileSync(seed, 'utf8')
    const { document, blocks } = await readWell('application.txt', source)
    expect(document.text).toBe(source)
    expect(Math.max(...blocks.map(([, text]) => text?.length ?? 0))).toBeLessThanOrEqual(3_000)
  },
)

test('IMPORT-6 a file under an ending that says nothing is read as what it is', async () => {
  expect(await readWell('plan', await madePdf([[words]]))).toHaveProperty('type', 'pdf')
  expect(await read('plan.xyz', words)).toHaveProperty('refused', 'unknown-type')
})
