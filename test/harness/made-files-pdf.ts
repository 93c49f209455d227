import PDFDocument from 'pdfkit'

/** A line or a paragraph of a page; in Helvetica of 11 points where nothing else is said. */
export interface SetText {
  readonly text: string
  readonly size?: number
  readonly bold?: boolean
}

/** A PDF as a person's program writes it: pages of texts, each broken into lines by the margin. */
export async function madePdf(
  pages: readonly (readonly (string | SetText)[])[],
  options: { readonly title?: string; readonly password?: string } = {},
): Promise<Uint8Array> {
  const document = new PDFDocument({
    autoFirstPage: false,
    info: { Title: options.title ?? '' },
    ...(options.password === undefined ? {} : { userPassword: options.password }),
  })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve) => document.once('end', resolve))
  for (const page of pages) {
    document.addPage()
    for (const part of page) {
      const { text, size = 11, bold = false } = typeof part === 'string' ? { text: part } : part
      document.font(bold ? 'Helvetica-Bold' : 'Helvetica').fontSize(size)
      document.text(text).moveDown()
    }
  }
  document.end()
  await ended
  return Buffer.concat(chunks)
}

/** A PDF written by hand from its objects, the first being its catalog, so that they can say what no program would. */
export function rawPdf(objects: readonly (string | Buffer)[], catalog = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const places: number[] = []
  let length = parts[0]?.length ?? 0
  const add = (part: Buffer): void => {
    parts.push(part)
    length += part.length
  }
  const all = [`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`, ...objects]
  for (const [index, object] of all.entries()) {
    places.push(length)
    add(Buffer.from(`${index + 1} 0 obj\n`))
    add(typeof object === 'string' ? Buffer.from(object, 'latin1') : object)
    add(Buffer.from('\nendobj\n'))
  }
  const start = length
  const rows = places.map((place) => `${`${place}`.padStart(10, '0')} 00000 n \n`).join('')
  add(Buffer.from(`xref\n0 ${all.length + 1}\n0000000000 65535 f \n${rows}`))
  add(Buffer.from(`trailer\n<< /Size ${all.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`))
  return Buffer.concat(parts)
}

/** A stream object of a PDF. */
export function pdfStream(content: Buffer | string, dictionary = ''): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content
  const head = Buffer.from(`<< /Length ${bytes.length} ${dictionary} >>\nstream\n`)
  return Buffer.concat([head, bytes, Buffer.from('\nendstream')])
}

/** Objects 2 and on of a PDF whose pages show these contents, in Helvetica as /F1 and Times as /F2. */
export function pagesOf(contents: readonly (Buffer | string)[]): (Buffer | string)[] {
  const first = 5
  const fonts = '/Font << /F1 3 0 R /F2 4 0 R >>'
  return [
    `<< /Type /Pages /Count ${contents.length} /Kids [${contents.map((_, at) => `${first + 2 * at} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>',
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << ${fonts} >> /Contents ${first + 2 * at + 1} 0 R >>`,
      Buffer.isBuffer(content) ? content : pdfStream(content),
    ]),
  ]
}
