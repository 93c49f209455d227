import { describe, expect, test } from 'vitest'
import { laidDown, madeDocx, read } from '../harness/made-files.ts'
import { parseFile } from '../../server/import/parse-file.ts'
import { cyclicPdf, oldOffice } from '../harness/made-files-bad.ts'
import { madePdf, pagesOf, rawPdf } from '../harness/made-files-pdf.ts'

const again = 'Open it where it was written, save it again and add that.'
const damaged = `cannot be read: it is damaged or not whole. ${again}`
const scanned =
  'only pictures: it was probably scanned. Run text recognition (OCR) on it and add what comes out.'
const drawn = rawPdf(pagesOf(['0 0 100 100 re f', '10 10 90 90 re f']))

describe('IMPORT-7 each bad file is refused with its own sentence', () => {
  test.each<[string, string, () => Promise<Uint8Array | string> | Uint8Array | string, string, string]>([
    ['empty', 'plan.pdf', () => '', 'empty', `plan.pdf is empty. ${again}`],
    [
      'blank',
      'plan.txt',
      () => ' \n\n\t ',
      'empty',
      'plan.txt holds nothing but blank space. Check whether it is the right file.',
    ],
    [
      'of blank Markdown',
      'plan.md',
      () => '\n<!-- nothing -->\n',
      'empty',
      'plan.md holds nothing but blank space. Check whether it is the right file.',
    ],
    [
      'a PDF under a password',
      'plan.pdf',
      () => madePdf([['Secret']], { password: 'x' }),
      'password',
      'plan.pdf is protected by a password. Save a copy that opens without one and add that.',
    ],
    [
      'a DOCX under a password',
      'plan.docx',
      () => oldOffice('EncryptedPackage'),
      'password',
      'plan.docx is protected by a password. Save a copy that opens without one and add that.',
    ],
    ['a scan', 'plan.pdf', () => drawn, 'no-text', `plan.pdf has no text on its 2 pages, ${scanned}`],
    [
      'a scan of a page',
      'plan.pdf',
      () => rawPdf(pagesOf([''])),
      'no-text',
      `plan.pdf has no text on its one page, ${scanned}`,
    ],
    [
      'a DOCX of pictures',
      'plan.docx',
      () => madeDocx([{ text: '' }]),
      'no-text',
      `plan.docx has no text, ${scanned}`,
    ],
    [
      'a PDF cut short',
      'plan.pdf',
      async () => (await madePdf([['Words'], ['More']])).subarray(0, 900),
      'damaged',
      `plan.pdf ${damaged}`,
    ],
    [
      'a PDF of noise',
      'plan.pdf',
      () => `%PDF-1.7\n${'noise \x01\x02'.repeat(200)}\n%%EOF`,
      'damaged',
      `plan.pdf ${damaged}`,
    ],
    ['a PDF whose pages hold themselves', 'plan.pdf', cyclicPdf, 'damaged', `plan.pdf ${damaged}`],
    [
      'a DOCX cut short',
      'plan.docx',
      () => madeDocx([{ text: 'Words' }]).subarray(0, 700),
      'damaged',
      `plan.docx ${damaged}`,
    ],
    [
      'a DOCX with broken XML',
      'plan.docx',
      () => madeDocx([], { more: { 'word/document.xml': Buffer.from('<w:document><w:body') } }),
      'damaged',
      `plan.docx ${damaged}`,
    ],
    ['an RTF cut short', 'plan.rtf', () => String.raw`{\rtf1{\b Words`, 'damaged', `plan.rtf ${damaged}`],
    [
      'a PDF that is none',
      'plan.pdf',
      () => 'Words',
      'wrong-type',
      'plan.pdf is not a PDF: it is plain text. Rename it so that it ends in .txt, and add it again.',
    ],
  ])('IMPORT-7 %s', async (_, name, content, refused, sentence) => {
    const { detail, ...answer } = { detail: '', ...(await read(name, await content())) }
    expect(answer, detail).toEqual({ refused, sentence })
  })
})

test('IMPORT-7 a file, a text and a number of pages over their limits are told with both figures', async () => {
  expect(await read('plan.txt', 'x'.repeat(3 * 1024 * 1024), { fileBytes: 2 * 1024 * 1024 })).toEqual({
    refused: 'too-large',
    sentence:
      'plan.txt has 3 MB; a file may have up to 2 MB. Save it with smaller pictures, or split it and add the parts.',
  })
  const sentence = 'plan.txt holds more than 1,000 characters of text. Split it and add the parts.'
  expect(await read('plan.txt', 'word '.repeat(300), { textLength: 1_000 })).toEqual({
    refused: 'too-large',
    sentence,
  })
  const rtf = String.raw`{\rtf1 ${'word '.repeat(300)}}`
  expect(await read('plan.rtf', rtf, { textLength: 1_000 })).toHaveProperty('refused', 'too-large')
  const docx = madeDocx([{ text: 'word '.repeat(300) }])
  expect(await read('plan.docx', docx, { textLength: 1_000 })).toHaveProperty('refused', 'too-large')
  const pdf = await madePdf([['word '.repeat(300)], ['word'], ['word']])
  expect(await read('plan.pdf', pdf, { textLength: 1_000 })).toHaveProperty('refused', 'too-large')
  expect(await read('plan.pdf', pdf, { pages: 2 })).toEqual({
    refused: 'too-large',
    sentence: 'plan.pdf has 3 pages; up to 2 can be read. Split it and add the parts.',
  })
})

test('IMPORT-7 a file that is not there is no fault of the file', async () => {
  const file = laidDown('plan.pdf', '')
  await expect(parseFile({ ...file, path: `${file.path}-not` })).rejects.toHaveProperty('code', 'ENOENT')
})
