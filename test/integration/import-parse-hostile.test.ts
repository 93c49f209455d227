import { describe, expect, test } from 'vitest'
import { childrenOf } from '../harness/children-of.ts'
import { madeDocx, read } from '../harness/made-files.ts'
import { countlessPdf, cyclicPdf, endlessPdf, pdfBomb, zipBomb } from '../harness/made-files-bad.ts'
import { until } from '../harness/until.ts'

const megabyte = 1024 * 1024
/** Less than the bombs want by far, more than reading takes; so that the tests are quick. */
const memoryBytes = 400 * megabyte
const memory = (name: string): object => ({
  refused: 'too-much-memory',
  sentence: `${name} takes more than 400 MB of memory to read, and was given up. Print it to a new PDF, or split it, and add that.`,
})

describe('a hostile file', () => {
  test('IMPORT-8 a DOCX of some megabytes that declares gigabytes is refused before it is unpacked', async () => {
    expect(await read('plan.docx', zipBomb({ honest: true }))).toEqual({
      refused: 'too-large',
      sentence:
        'plan.docx unpacks to more than 32 MB of text and layout, which no document needs. Save it as PDF and add that.',
    })
  })

  test('IMPORT-8 one that declares less than it unpacks to is given up at the limit of memory', async () => {
    expect(await read('plan.docx', zipBomb({ honest: false }), { memoryBytes })).toEqual(memory('plan.docx'))
  })

  test('IMPORT-8 a PDF whose page unpacks to gigabytes is given up at the limit of memory', async () => {
    expect(await read('plan.pdf', pdfBomb(), { memoryBytes })).toEqual(memory('plan.pdf'))
  })

  test('IMPORT-8 a file that fills the heap of its process ends that process alone', async () => {
    const deep = `{\\rtf1 ${'{'.repeat(4 * megabyte)}`
    expect(await read('plan.rtf', deep, { heapBytes: 64 * megabyte })).toHaveProperty(
      'refused',
      'too-much-memory',
    )
  })

  test('IMPORT-8 XML nested deeper than any document is damage', async () => {
    const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    const deep = `${'<w:p>'.repeat(20_000)}${'</w:p>'.repeat(20_000)}`
    const xml = `<w:document xmlns:w="${namespace}"><w:body>${deep}</w:body></w:document>`
    const docx = madeDocx([], { more: { 'word/document.xml': Buffer.from(xml) } })
    expect(await read('plan.docx', docx)).toHaveProperty('refused', 'damaged')
  })

  test.each([
    [
      '60,001 paragraphs',
      'a\n\n'.repeat(60_001),
      'is in 60,001 paragraphs, headings and tables; up to 60,000 can be read. Split it and add the parts, or take out blank lines that part its words.',
    ],
    [
      '5,001 pages',
      'a\f'.repeat(5_001),
      'has 5,001 pages; up to 5,000 can be read. Split it and add the parts.',
    ],
  ])(
    'IMPORT-13 a small text in %s, which nobody’s page could hold, is refused',
    async (_, text, sentence) => {
      expect(await read('plan.txt', text)).toEqual({ refused: 'too-large', sentence: `plan.txt ${sentence}` })
    },
  )

  test('IMPORT-9 a PDF that draws for ever is given up after the time for all of it, or for one page', async () => {
    const slow = {
      refused: 'too-long',
      sentence: expect.stringMatching(/^plan\.pdf was not read to its end in \d+ seconds,/),
    }
    expect(await read('plan.pdf', endlessPdf(), { wallMs: 2_000 })).toEqual(slow)
    expect(await read('plan.pdf', endlessPdf(), { quietMs: 2_000 })).toEqual(slow)
  })

  test('IMPORT-9 a PDF that counts more pages than it has is read for those it has', async () => {
    expect(await read('plan.pdf', countlessPdf())).toHaveProperty('parsed.text.pages.length', 1)
  })

  test('IMPORT-8 ten bad imports in a row leave nothing behind in the memory of the server, and no process', async () => {
    const files: [string, Uint8Array][] = [
      ['a.docx', zipBomb({ honest: false })],
      ['b.docx', zipBomb({ honest: true })],
      ['c.pdf', pdfBomb()],
      ['d.pdf', cyclicPdf()],
      ['e.pdf', endlessPdf()],
    ]
    const limits = { memoryBytes: 250 * megabyte, wallMs: 3_000 }
    await read('a.docx', files[0]?.[1] ?? '', limits)
    const before = process.memoryUsage().rss
    for (const [name, content] of [...files, ...files]) {
      expect(await read(name, content, limits)).toHaveProperty('refused')
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * megabyte)
    await until('every process has ended', () => childrenOf(process.pid).length === 0)
  })
})
