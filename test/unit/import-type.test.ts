import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { typeOf } from '../../server/import/parse/type-of.ts'
import { madeDocx } from '../harness/made-files.ts'
import { oldOffice, rawZip } from '../harness/made-files-bad.ts'
import { pagesOf, rawPdf } from '../harness/made-files-pdf.ts'

const pdf = rawPdf(pagesOf(['BT ET']))
const docx = madeDocx([{ text: 'A plan' }])
const rtf = strToU8(String.raw`{\rtf1 A plan}`)
const text = strToU8('A plan in plain words')
const workbook = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })

/** A type, or what is said instead. */
function judged(name: string, content: Uint8Array): string {
  const type = typeOf(name, new Uint8Array(content))
  return typeof type === 'string' ? type : `${type.refused}: ${type.sentence}`
}

test.each([
  ['plan.pdf', pdf, 'pdf'],
  ['PLAN.PDF', pdf, 'pdf'],
  ['plan.docx', docx, 'docx'],
  ['plan.rtf', rtf, 'rtf'],
  ['plan.txt', text, 'text'],
  ['plan.md', text, 'markdown'],
  ['plan.markdown', text, 'markdown'],
  ['plan', pdf, 'pdf'],
  ['plan.doc', docx, 'docx'],
  ['plan.doc', rtf, 'rtf'],
  ['notes.txt', strToU8('A PDF begins with %PDF-1.7.'), 'text'],
])('IMPORT-6 %s is read as what it is (%#)', (name, content, type) => {
  expect(judged(name, content)).toBe(type)
})

test.each([
  [
    'plan.pdf',
    docx,
    'wrong-type: plan.pdf is not a PDF: it is a Word document (DOCX). Rename it so that it ends in .docx, and add it again.',
  ],
  [
    'plan.docx',
    pdf,
    'wrong-type: plan.docx is not a Word document (DOCX): it is a PDF. Rename it so that it ends in .pdf, and add it again.',
  ],
  [
    'plan.txt',
    rtf,
    'wrong-type: plan.txt is not plain text: it is an RTF document. Rename it so that it ends in .rtf, and add it again.',
  ],
  [
    'plan.pdf',
    text,
    'wrong-type: plan.pdf is not a PDF: it is plain text. Rename it so that it ends in .txt, and add it again.',
  ],
  [
    'plan.docx',
    oldOffice('Root Entry', 'WordDocument'),
    'wrong-type: plan.docx is not a Word document (DOCX): it is a Word document of the old kind (DOC). Save it as PDF and add that.',
  ],
  [
    'plan.docx',
    workbook,
    'wrong-type: plan.docx is not a Word document (DOCX): it is an Excel workbook. Save it as PDF and add that.',
  ],
  [
    'plan.pdf',
    strToU8('<!DOCTYPE html><html><body>Sign in to download'),
    'wrong-type: plan.pdf is not a PDF: it is a web page (HTML). Save it as PDF and add that.',
  ],
  [
    'plan.pdf',
    Buffer.from('\x89PNG\r\n\x1a\n\0\0\0', 'latin1'),
    'wrong-type: plan.pdf is not a PDF: it is a picture (PNG). Save it as PDF and add that.',
  ],
  [
    'plan.txt',
    Buffer.from([0, 1, 2, 3, 0, 255]),
    'wrong-type: plan.txt is not plain text, and what it is cannot be told. Check whether it is the right file.',
  ],
])('IMPORT-6 %s with other content is refused, and the sentence names both (%#)', (name, content, said) => {
  expect(judged(name, content)).toBe(said)
})

test.each([
  ['budget.xlsx', workbook, 'budget.xlsx is an Excel workbook.'],
  ['plan.doc', oldOffice('WordDocument'), 'plan.doc is a Word document of the old kind (DOC).'],
  ['plan', Buffer.from([0, 1, 2]), 'What plan is cannot be told.'],
])('IMPORT-6 %s, of a kind that cannot be read, is told the kinds that can', (name, content, said) => {
  expect(judged(name, content)).toBe(
    `unknown-type: ${said} PDF, Word (DOCX), RTF, plain text and Markdown can be read. Save it as PDF and add that.`,
  )
})

test('IMPORT-6 plain text under another ending is to be renamed', () => {
  expect(judged('plan.tex', text)).toBe(
    'unknown-type: plan.tex is plain text under an ending of its own. If it is meant to be read as it stands, rename it so that it ends in .txt, and add it again.',
  )
})

test('IMPORT-7 a Word document under a password is known in both its wrappings', () => {
  const said =
    'password: plan.docx is protected by a password. Save a copy that opens without one and add that.'
  expect(judged('plan.docx', oldOffice('EncryptionInfo', 'EncryptedPackage'))).toBe(said)
  const locked = rawZip([{ name: 'word/document.xml', packed: Buffer.from('xx'), declared: 2, flags: 1 }])
  expect(judged('plan.docx', locked)).toBe(said)
})

test('IMPORT-7 a name is told on one line, shortened, and without marks that turn it around', () => {
  const refused = judged(`a\nplan\u202efdp.${'x'.repeat(200)}.pdf`, text)
  expect(refused).toBe(
    `wrong-type: a planfdp.${'x'.repeat(40)}…${'x'.repeat(16)}.pdf is not a PDF: it is plain text. Rename it so that it ends in .txt, and add it again.`,
  )
})
