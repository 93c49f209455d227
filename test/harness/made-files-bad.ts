import { constants, crc32, deflateRawSync } from 'node:zlib'
import { pagesOf, pdfStream, rawPdf } from './made-files-pdf.ts'

/** A deflated stream that unpacks to `times` copies of a chunk, at the cost of packing one: each copy stands by itself. */
export function repeatedlyDeflated(chunk: Buffer, times: number): Buffer {
  const once = deflateRawSync(chunk, { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([...Array.from({ length: times }, () => once), Buffer.from([3, 0])])
}

/** A ZIP archive of deflated files that may declare other sizes than they have. */
export function rawZip(
  files: readonly { name: string; packed: Buffer; declared: number; flags?: number }[],
): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, packed, declared, flags = 0 } of files) {
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(packed), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(declared, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, place, Buffer.from(name)]))
    parts.push(local)
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, listed, end])
}

const gigabyte = 1024 ** 3

/** A DOCX of a few megabytes whose text unpacks to three gigabytes, as its directory says or not. */
export function zipBomb({ honest }: { readonly honest: boolean }): Uint8Array {
  const chunk = Buffer.alloc(16 * 1024 ** 2, '<w:p/>')
  const packed = repeatedlyDeflated(chunk, (3 * gigabyte) / chunk.length)
  const types =
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
  return rawZip([
    { name: '[Content_Types].xml', packed: deflateRawSync(types), declared: types.length },
    { name: 'word/document.xml', packed, declared: honest ? 3 * gigabyte : 10_000 },
  ])
}

/** A PDF whose one page has three gigabytes of text, packed. */
export function pdfBomb(): Uint8Array {
  const chunk = Buffer.alloc(16 * 1024 ** 2, 'BT /F1 11 Tf (all of it) Tj ET\n')
  const packed = Buffer.concat([
    Buffer.from([0x78, 0x9c]),
    repeatedlyDeflated(chunk, (3 * gigabyte) / chunk.length),
  ])
  return rawPdf(pagesOf([pdfStream(packed, '/Filter /FlateDecode')]))
}

/** A PDF whose first page is plain and whose second draws a form that draws another ten times, and so on twelve deep. */
export function endlessPdf(): Uint8Array {
  const depth = 12
  const first = 9
  const form = (at: number): Buffer =>
    pdfStream(
      at === depth - 1 ? 'BT /F1 11 Tf (deep) Tj ET' : '/Next Do '.repeat(10),
      `/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> /XObject << /Next ${first + at + 1} 0 R >> >>`,
    )
  const pages = pagesOf(['BT /F1 11 Tf 72 700 Td (A page) Tj ET', '/Next Do'])
  const drawn = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /XObject << /Next ${first} 0 R >> >> /Contents 8 0 R >>`
  return rawPdf([
    ...pages.slice(0, 5),
    drawn,
    ...pages.slice(6),
    ...Array.from({ length: depth }, (_, at) => form(at)),
  ])
}

/** A PDF that counts two thousand million pages and has one. */
export function countlessPdf(): Uint8Array {
  const [tree, ...rest] = pagesOf(['BT /F1 11 Tf 72 700 Td (A page) Tj ET'])
  return rawPdf([String(tree).replace('/Count 1', '/Count 2000000000'), ...rest])
}

/** A PDF whose tree of pages holds itself. */
export function cyclicPdf(): Uint8Array {
  const [tree, ...rest] = pagesOf(['BT /F1 11 Tf 72 700 Td (A page) Tj ET'])
  return rawPdf([String(tree).replace('[5 0 R]', '[2 0 R 2 0 R]').replace('/Count 1', '/Count 40'), ...rest])
}

/** The first bytes of a file of an old Office program, with the names of its streams. */
export function oldOffice(...streams: readonly string[]): Uint8Array {
  const head = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  return Buffer.concat([
    head,
    Buffer.alloc(504),
    ...streams.map((name) => Buffer.from(`${name}\0`, 'utf16le')),
    Buffer.alloc(512),
  ])
}
