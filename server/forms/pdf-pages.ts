import { setImmediate as turn } from 'node:timers/promises'
import type PDFDocument from 'pdfkit'
import type { Face, Faces } from './pdf-faces.ts'

type Document = InstanceType<typeof PDFDocument>
/** An element of a document's structure: what a screen reader goes by. */
export type Element = ReturnType<Document['struct']>

/** How a piece of text is set; sizes in points. */
export interface Setting {
  readonly face: Face
  readonly size: number
  readonly lead: number
  readonly ink?: string | undefined
}

/** One text in its place across the page. */
export interface Cell {
  readonly tag: string
  readonly text: string
  readonly setting: Setting
  /** From the left margin, in points. */
  readonly left: number
  readonly width: number
  readonly align?: 'right' | undefined
}

export interface Pages {
  /** A paragraph, over as many pages as it takes; `keep` points of what follows are to fit under it on the same page. */
  readonly paragraph: (
    parent: Element,
    tag: string,
    text: string,
    setting: Setting,
    keep?: number,
  ) => Promise<void>
  /** Texts side by side, kept together on a page. */
  readonly row: (parent: Element, cells: readonly Cell[]) => Promise<void>
  readonly rule: (weight: number) => void
  readonly space: (height: number) => void
  /** Begins a new page where less than this is left. */
  readonly need: (height: number) => void
  /** Draws the foot of the last page. */
  readonly end: () => void
  /** Characters that no face has, so far. */
  readonly lacking: () => number
}

const margin = 54
const footRoom = 42
export const ink = '#17211c'
export const ink2 = '#435048'
const foot: Setting = { face: 'says', size: 8.5, lead: 11, ink: ink2 }

/** Says of a cell that the others of its row are about it. */
const headOfRow = { lang: 'en-US', scope: 'Row' }

/** After so many words, or letters of a word, others have their turn: some milliseconds of work. */
const wordsInOneGo = 200

/** How wide a line of a Letter page is, in points. */
export const lineWidth = 612 - 2 * margin

/**
 * Lays text out over the pages of a document, and gives way to others every few hundred words and every page. `footer` stands at the
 * left of every foot, its middle words in the middle, the page's number at the right.
 */
export function layPages(
  doc: Document,
  faces: Faces,
  footer: { readonly left: string; readonly middle: string | null },
): Pages {
  const bottom = doc.page.height - margin - footRoom
  const widths = new Map<string, number>()
  let y = margin
  let page = 1
  let lacking = 0

  function widthOf({ face, size }: Setting, text: string): number {
    const key = `${face} ${size} ${text}`
    const known = widths.get(key)
    if (known !== undefined) return known
    const width = faces
      .runs(face, text)
      .reduce((sum, run) => sum + doc.font(run.font).fontSize(size).widthOfString(run.text), 0)
    widths.set(key, width)
    return width
  }

  function draw(setting: Setting, text: string, left: number, top: number): void {
    let x = left
    for (const run of faces.runs(setting.face, text)) {
      doc
        .font(run.font)
        .fontSize(setting.size)
        .fillColor(setting.ink ?? ink)
      // From the line that letters stand on: faces of different height share it.
      doc.text(run.text, x, top + setting.lead * 0.74, { lineBreak: false, baseline: 'alphabetic' })
      x += doc.widthOfString(run.text)
    }
  }

  function drawFoot(): void {
    const top = doc.page.height - margin - foot.lead
    const put = (text: string, left: number): void => draw(foot, text, margin + left, top)
    const number = `Page ${page}`
    const middle = footer.middle ?? ''
    const middleLeft = (lineWidth - widthOf(foot, middle)) / 2
    doc.markContent('Artifact', { type: 'Pagination' })
    put(shortened(footer.left, middleLeft - 12), 0)
    put(middle, middleLeft)
    put(number, lineWidth - widthOf(foot, number))
    doc.endMarkedContent()
  }

  function shortened(text: string, width: number): string {
    if (widthOf(foot, text) <= width) return text
    let end = text.length
    while (end > 0 && widthOf(foot, `${text.slice(0, end)}…`) > width) end -= 1
    return `${text.slice(0, end)}…`
  }

  function need(height: number): void {
    if (y + height <= bottom) return
    drawFoot()
    doc.addPage()
    page += 1
    y = margin
  }

  /** Cuts a paragraph into lines; a word that is longer than a line is cut where it has to be. */
  async function lines(setting: Setting, text: string, width: number): Promise<readonly string[]> {
    const done: string[] = []
    let line = ''
    let long = 0
    const add = (piece: string): void => {
      line += piece
      long += widthOf(setting, piece)
    }
    const next = (): void => {
      done.push(line)
      line = ''
      long = 0
    }
    for (const [at, word] of text.split(' ').entries()) {
      if (at % wordsInOneGo === wordsInOneGo - 1) await turn()
      if (long + widthOf(setting, ` ${word}`) <= width) {
        add(line === '' ? word : ` ${word}`)
        continue
      }
      if (line !== '') next()
      let letters = 0
      for (const character of word) {
        letters += 1
        if (letters % wordsInOneGo === 0) await turn()
        if (line !== '' && long + widthOf(setting, character) > width) next()
        add(character)
      }
    }
    return [...done, line]
  }

  async function paragraph(
    parent: Element,
    tag: string,
    text: string,
    setting: Setting,
    keep = 0,
  ): Promise<void> {
    const words = plain(text)
    lacking += faces.lacking(setting.face, words)
    const element = doc.struct(tag)
    parent.add(element)
    let rest = await lines(setting, words, lineWidth)
    while (rest.length > 0) {
      need(setting.lead + (rest.length === 1 ? keep : 0))
      const fit = Math.max(1, Math.floor((bottom - y) / setting.lead))
      const here = rest.slice(0, fit)
      const top = y
      element.add(() => here.forEach((line, at) => draw(setting, line, margin, top + at * setting.lead)))
      y += here.length * setting.lead
      rest = rest.slice(fit)
      // Some forms hold 300,000 characters, and others wait for this process.
      await turn()
    }
    element.end()
  }

  async function row(parent: Element, cells: readonly Cell[]): Promise<void> {
    const set = await Promise.all(
      cells.map(async (cell) => ({
        ...cell,
        lines: await lines(cell.setting, plain(cell.text), cell.width),
      })),
    )
    const height = Math.max(...set.map(({ lines: own, setting }) => own.length * setting.lead))
    need(height)
    const top = y
    for (const { tag, text, setting, left, width, align, lines: own } of set) {
      lacking += faces.lacking(setting.face, plain(text))
      const element = doc.struct(tag, tag === 'TH' ? headOfRow : {})
      parent.add(element)
      element.add(() =>
        own.forEach((line, at) => {
          const inset = align === 'right' ? width - widthOf(setting, line) : 0
          draw(setting, line, margin + left + inset, top + at * setting.lead)
        }),
      )
      element.end()
    }
    y += height
    await turn()
  }

  return {
    paragraph,
    row,
    rule: (weight) => {
      doc.markContent('Artifact', { type: 'Layout' })
      doc
        .lineWidth(weight)
        .moveTo(margin, y)
        .lineTo(margin + lineWidth, y)
        .stroke(ink)
      doc.endMarkedContent()
    },
    space: (height) => {
      y += height
    },
    need,
    end: drawFoot,
    lacking: () => lacking,
  }
}

/** Without what has no look or would break a line by itself; letters in one piece with their accents. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Zs}\u2028\u2029]+/gu, ' ')
    .replaceAll(/\p{Cf}|\p{Variation_Selector}/gu, '')
}
