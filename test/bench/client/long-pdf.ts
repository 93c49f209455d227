import PDFDocument from 'pdfkit'

/** A PDF of so many full pages of text, with a heading on each, as bytes. */
export function longPdf(pages: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const made = new PDFDocument({ size: 'LETTER', margin: 72, info: { Title: 'A long application' } })
    const chunks: Buffer[] = []
    made.on('data', (chunk: Buffer) => chunks.push(chunk))
    made.on('end', () => resolve(Buffer.concat(chunks)))
    made.on('error', reject)
    for (let page = 1; page <= pages; page += 1) {
      if (page > 1) made.addPage()
      made.font('Helvetica-Bold').fontSize(16).text(`Part ${page} of the plan`).moveDown()
      made.font('Helvetica').fontSize(11)
      for (let paragraph = 1; paragraph <= 6; paragraph += 1)
        made.text(paragraphOf(page, paragraph)).moveDown()
    }
    made.end()
  })
}

function paragraphOf(page: number, paragraph: number): string {
  const figures = `In year ${paragraph}, ${page * 7 + paragraph} of ${page * 11 + 40} districts took part`
  return Array.from(
    { length: 4 },
    () => `${figures}, and each reported what was done, by whom, and when.`,
  ).join(' ')
}
