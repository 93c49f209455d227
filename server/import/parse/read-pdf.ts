import { fileURLToPath } from 'node:url'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { cleanText } from '../../../shared/application/clean-text.ts'
import type { DocumentText } from '../../../shared/application/document-text.ts'
import { pageText, pageTextOptions } from '../../../shared/application/page-text.ts'
import type { Made, NotParsed } from './outcome.ts'
import { pdfBlocks } from './pdf-blocks.ts'
import { pdfLines, type PdfLine } from './pdf-lines.ts'
import { parsing, Unreadable, type Reading } from './reading.ts'
import { asksForPassword, hasNoPages, hasNoText, textTooLong, tooManyPages } from './refusals.ts'
import { titleOf } from './title.ts'

/** How far from its end a PDF may say that it ends, in bytes; some mail systems hang something on. */
const tail = 64 * 1024
const packages = new URL('../../../node_modules/pdfjs-dist/', import.meta.url)
const folder = (name: string): string => fileURLToPath(new URL(`${name}/`, packages))

/** Reads a PDF: its text page by page, as the page on the screen has it. Nothing of it is drawn or run. */
export async function readPdf(reading: Reading): Promise<Made | NotParsed> {
  const { bytes, name, pages: most } = reading
  const end = Buffer.from(bytes.buffer, bytes.byteOffset + Math.max(0, bytes.length - tail))
  // What is cut short can often be opened, with pages missing that nobody would notice.
  if (!end.includes('%%EOF')) throw new Unreadable('There is no end-of-file mark.')
  const opening = getDocument({
    data: bytes,
    verbosity: 0,
    cMapUrl: folder('cmaps'),
    standardFontDataUrl: folder('standard_fonts'),
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
  })
  let document: PDFDocumentProxy
  try {
    document = await opening.promise
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'PasswordException') return asksForPassword(name)
    throw new Unreadable(String(cause), { cause })
  }
  if (document.numPages < 1) return hasNoPages(name)
  if (document.numPages > most) return tooManyPages(name, document.numPages, most)
  return await readPages(document, reading)
}

async function readPages(
  document: PDFDocumentProxy,
  { name, textLength, onPage }: Reading,
): Promise<Made | NotParsed> {
  const labels = await parsing(() => document.getPageLabels())
  const parts: string[] = []
  const pages: DocumentText['pages'] = []
  const lines: PdfLine[] = []
  let length = 0
  for (let page = 1; page <= document.numPages; page += 1) {
    const items = await itemsOf(document, page)
    const { text, starts } = pageText(items)
    const start = page === 1 ? 0 : length + 1
    pages.push({ start, label: labelOf(labels?.[page - 1], page) })
    lines.push(
      ...pdfLines(items, starts, text).map((line) => ({
        ...line,
        page,
        start: line.start + start,
        end: line.end + start,
      })),
    )
    parts.push(text)
    length = start + text.length
    if (length > textLength) return textTooLong(name, textLength)
    onPage(page, document.numPages)
  }
  const text = parts.join('\n')
  if (text.trim() === '') return hasNoText(name, document.numPages)
  const { info } = await parsing(() => document.getMetadata())
  const title = 'Title' in info && typeof info.Title === 'string' ? info.Title : null
  const blocks = pdfBlocks(lines, text)
  return {
    parsed: {
      type: 'pdf',
      text: { version: 1, type: 'pdf', text, blocks, pages, ownPages: true },
      title: titleOf(title),
    },
  }
}

async function itemsOf(document: PDFDocumentProxy, number: number) {
  return await parsing(async () => {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent(pageTextOptions)
    page.cleanup()
    return items.filter((item) => 'str' in item)
  })
}

function labelOf(raw: string | undefined, page: number): string | null {
  const label = cleanText(raw ?? '')
    .trim()
    .slice(0, 40)
    .toWellFormed()
  return label === '' || label === `${page}` ? null : label
}
