import fc from 'fast-check'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { pageRange } from '../../shared/application/pages-of-text.ts'
import { pageText, pageTextOptions } from '../../shared/application/page-text.ts'
import { parseFile, type ParseProgress } from '../../server/import/parse-file.ts'
import { laidDown, readWell, textOf } from '../harness/made-files.ts'
import { madePdf, pagesOf, rawPdf } from '../harness/made-files-pdf.ts'

/** What a page on the screen computes of itself, page by page. */
async function onScreen(content: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: Uint8Array.from(content), verbosity: 0 }).promise
  const pages = Array.from({ length: document.numPages }, async (_, at) => {
    const { items } = await (await document.getPage(at + 1)).getTextContent(pageTextOptions)
    return pageText(items.filter((item) => 'str' in item)).text
  })
  return await Promise.all(pages)
}

const sentence = fc.lorem({ mode: 'sentences', maxCount: 12 })
const setText = fc.record({ text: sentence, size: fc.constantFrom(8, 11, 14, 20), bold: fc.boolean() })

test('IMPORT-2 the text of each page is what the page on the screen says of itself, the pages parted by a line break', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(setText, { maxLength: 5 }), { minLength: 1, maxLength: 4 }),
      async (pages) => {
        const pdf = await madePdf([[{ text: 'A page with words' }], ...pages])
        const { document } = await readWell('plan.pdf', pdf)
        const expected = await onScreen(pdf)
        expect(document.text).toBe(expected.join('\n'))
        const ranges = expected.map((_, at) => pageRange(document, at + 1))
        const texts = ranges.map(({ start, end }, at) =>
          document.text.slice(start, at + 1 < ranges.length ? end - 1 : end),
        )
        expect(texts).toEqual(expected)
      },
    ),
    { numRuns: 8 },
  )
})

test('IMPORT-2 a PDF keeps what it calls its pages, where that is not their number', async () => {
  const pages = ['one', 'two', 'three', 'four'].map((word) => `BT /F1 11 Tf 72 700 Td (Page ${word}) Tj ET`)
  const labels = '/PageLabels << /Nums [0 << /S /r >> 2 << /S /D /St 3 >> 3 << /P (App-) /S /D >>] >>'
  const { document } = await readWell('plan.pdf', rawPdf(pagesOf(pages), labels))
  expect(document.pages.map(({ label }) => label)).toEqual(['i', 'ii', null, 'App-1'])
})

test('IMPORT-2 pages without text count as pages, and a running head is no heading', async () => {
  const head = 'BT /F1 18 Tf 72 760 Td (Plan of the State) Tj ET'
  const body = (word: string): string =>
    `BT /F1 10 Tf 72 600 Td (${`Words of page ${word}. `.repeat(4)}) Tj 0 -12 Td (${'More words. '.repeat(6)}) Tj ET`
  const contents = ['', ...['two', 'three', 'four', 'five'].map((word) => `${head} ${body(word)}`), '']
  const { document, blocks } = await readWell('plan.pdf', rawPdf(pagesOf(contents)))
  expect(document.pages).toHaveLength(6)
  expect(new Set(document.pages.map(({ start }) => start)).size).toBe(6)
  expect(blocks.filter(([kind]) => kind?.startsWith('heading'))).toEqual([])
  expect(blocks).toHaveLength(8)
})

test('IMPORT-12 a PDF of 400 pages is read to its end, and each page is told as it is read', async () => {
  const lines = (page: number) =>
    Array.from({ length: 22 }, (_, line) => `Page ${page}, line ${line}: the State says what it does.`)
  const pdf = await madePdf(Array.from({ length: 400 }, (_, at) => lines(at + 1)))
  const told: ParseProgress[] = []
  const answer = await parseFile(laidDown('plan.pdf', pdf), { onProgress: (progress) => told.push(progress) })
  if (!('parsed' in answer)) throw new Error(answer.sentence)
  const text = textOf(answer)
  expect(text.pages).toHaveLength(400)
  for (const page of [1, 200, 400]) {
    const { start, end } = pageRange(text, page)
    expect(text.text.slice(start, end)).toContain(`Page ${page}, line 21: the State`)
  }
  expect(told).toEqual(Array.from({ length: 400 }, (_, at) => ({ page: at + 1, of: 400 })))
})
