import { decodeText } from './decode-text.ts'
import { readable, type Readable } from './refusals.ts'
import { zipEntries } from './zip.ts'

/** What a file is by its content. `locked` is a Word document under a password; `other` is nothing that can be read. */
export type Content =
  | { readonly is: 'readable'; readonly type: Readable }
  | { readonly is: 'locked' }
  | { readonly is: 'broken-zip' }
  | { readonly is: 'other'; readonly what: string | null }

const signs: readonly (readonly [string, string])[] = [
  ['\x89PNG', 'a picture (PNG)'],
  ['\xff\xd8\xff', 'a picture (JPEG)'],
  ['II*\0', 'a picture (TIFF)'],
  ['MM\0*', 'a picture (TIFF)'],
  ['GIF8', 'a picture (GIF)'],
  ['Rar!', 'a RAR archive'],
  ['7z\xbc\xaf', 'a 7-Zip archive'],
  ['\x1f\x8b', 'a compressed file (GZIP)'],
  ['MZ', 'a program'],
  ['\x7fELF', 'a program'],
  ['%!PS', 'a PostScript file'],
  ['\xffWPC', 'a WordPerfect document'],
]

/** Tells what a file is from its first bytes, and from what it holds where it holds other files. */
export function sniff(bytes: Uint8Array<ArrayBuffer>): Content {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1')
  // Some printers put a line of their own before it; a text that mentions it stays a text.
  if (head.startsWith('%PDF-') || (head.includes('%PDF-') && decodeText(bytes) === null)) return reads('pdf')
  if (/^\s*\{\\rtf/.test(head)) return reads('rtf')
  if (head.startsWith('PK\x03\x04')) return sniffZip(bytes)
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return sniffOle(bytes)
  const sign = signs.find(([start]) => head.startsWith(start))
  // Two letters can begin a sentence, so what reads as text is text.
  if (decodeText(bytes) !== null) {
    return /^\s*(?:\ufeff|\xef\xbb\xbf)?<(?:!doctype html|html)/i.test(head)
      ? { is: 'other', what: 'a web page (HTML)' }
      : reads('text')
  }
  return { is: 'other', what: sign?.[1] ?? null }
}

const reads = (type: Readable): Content => ({ is: 'readable', type })

function sniffZip(bytes: Uint8Array<ArrayBuffer>): Content {
  const entries = zipEntries(bytes)
  if (entries === null) return { is: 'broken-zip' }
  const word = entries.find(({ name }) => /^word\/document\d*\.xml$/.test(name))
  if (word) return word.encrypted ? { is: 'locked' } : reads('docx')
  const holds = (start: string): boolean => entries.some(({ name }) => name.startsWith(start))
  if (holds('xl/')) return { is: 'other', what: 'an Excel workbook' }
  if (holds('ppt/')) return { is: 'other', what: 'a PowerPoint presentation' }
  if (holds('META-INF/manifest.xml') && holds('content.xml'))
    return { is: 'other', what: 'an OpenDocument file' }
  if (holds('Index/Document.iwa')) return { is: 'other', what: 'a Pages document' }
  return { is: 'other', what: 'a ZIP archive' }
}

/** Office's old container: its directory names its streams in UTF-16. */
function sniffOle(bytes: Uint8Array<ArrayBuffer>): Content {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (stream: string): boolean => whole.includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage')) return { is: 'locked' }
  if (holds('WordDocument')) return { is: 'other', what: 'a Word document of the old kind (DOC)' }
  if (holds('Workbook')) return { is: 'other', what: 'an Excel workbook of the old kind (XLS)' }
  if (holds('PowerPoint Document'))
    return { is: 'other', what: 'a PowerPoint presentation of the old kind (PPT)' }
  return { is: 'other', what: 'a file of an old Office program' }
}

/** What a content is called in a sentence; null where it cannot be told. */
export function whatIs(content: Content): string | null {
  if (content.is === 'locked') return 'a Word document under a password'
  if (content.is === 'broken-zip') return 'a ZIP archive'
  return content.is === 'other' ? content.what : readable[content.type].what
}
