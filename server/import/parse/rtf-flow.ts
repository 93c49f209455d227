import type { Piece } from './assemble.ts'
import { paragraphLevel } from './heading-line.ts'
import { tablePieces } from './table-pieces.ts'

/** What an RTF says of a paragraph, until `\pard` takes it back. */
export interface RtfParagraph {
  /** As a heading; null for none. */
  readonly level: number | null
  readonly inTable: boolean
}

export const plainParagraph: RtfParagraph = { level: null, inTable: false }

/** Gathers the text of an RTF as it comes, into paragraphs, rows and pages. */
export interface RtfFlow {
  readonly add: (text: string, bold: boolean) => void
  /** The number or bullet that a program wrote before an item of a list, or a heading. */
  readonly mark: (text: string) => void
  /** A footnote; it follows the paragraph that it belongs to. */
  readonly note: (text: string) => void
  readonly endParagraph: (paragraph: RtfParagraph) => void
  readonly endCell: () => void
  readonly endRow: () => void
  readonly endPage: (paragraph: RtfParagraph) => void
  readonly end: (paragraph: RtfParagraph) => readonly Piece[]
}

export function openRtfFlow(): RtfFlow {
  const pieces: Piece[] = []
  let rows: Piece[][][] = []
  let row: Piece[][] = []
  let cell: Piece[] = []
  let notes: string[] = []
  let [text, marker, allBold] = ['', '', true]

  function take({ level }: RtfParagraph): Piece[] {
    const number = /[\p{L}\d]/u.test(marker) ? `${marker.trim()} ` : ''
    const line = text.replaceAll(/[ \t]+/g, ' ').trim()
    const whole = line === '' ? '' : number + line
    const asHeading = line.length > 300 ? null : (level ?? paragraphLevel(whole, allBold))
    const kind = marker === '' ? 'paragraph' : 'item'
    const own: Piece =
      asHeading === null ? { kind, text: whole } : { kind: 'heading', level: asHeading, text: whole }
    const taken: Piece[] = [own, ...notes.map((note): Piece => ({ kind: 'paragraph', text: note }))]
    ;[text, marker, allBold, notes] = ['', '', true, []]
    return taken
  }

  /** What stands outside a table ends it. */
  function closeTable(): void {
    if (cell.length > 0) row.push(cell)
    if (row.length > 0) rows.push(row)
    pieces.push(...tablePieces(rows))
    ;[rows, row, cell] = [[], [], []]
  }

  const endParagraph = (paragraph: RtfParagraph): void => {
    if (paragraph.inTable) {
      cell.push(...take(paragraph))
    } else {
      closeTable()
      pieces.push(...take(paragraph))
    }
  }

  return {
    add(piece, bold) {
      text += piece
      if (!bold && piece.trim() !== '') allBold = false
    },
    mark: (piece) => void (marker += piece),
    note: (piece) => void notes.push(piece),
    endParagraph,
    endCell() {
      row.push([...cell, ...take(plainParagraph)])
      cell = []
    },
    endRow() {
      rows.push(row)
      row = []
    },
    endPage(paragraph) {
      endParagraph({ ...paragraph, inTable: false })
      pieces.push({ kind: 'page' })
    },
    end(paragraph) {
      endParagraph({ ...paragraph, inTable: false })
      return pieces
    },
  }
}
