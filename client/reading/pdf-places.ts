import type { DocumentText } from '../../shared/application/document-text.ts'
import { pageAt } from '../../shared/application/pages-of-text.ts'
import type { Border } from './parts.ts'
import { rangesOf, startAttribute } from './passages.ts'
import type { Position } from './position.ts'
import { firstBelow, roomAbove, type Line, type Target } from './sheet.ts'

/** A rule across a page, where a part begins or ends. */
export interface Rule extends Border {
  /** Of its first words, from the top of the document, in pixels. */
  readonly top: number
  /** How wide the paper's margin is, in pixels. */
  readonly margin: number
}

/** How far a border's words are looked for, in UTF-16 units: it may stand on white space, of which nothing is drawn. */
const reach = 400

/** The papers of a document, in order. */
export function papersIn(root: HTMLElement): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('.pdf-paper')]
}

/** Where one reads: the page there, how much of it lies above, and the line; null before the pages stand in their place. */
export function positionOn(
  root: HTMLElement,
  scroller: HTMLElement,
  { pages, text }: DocumentText,
): Position | null {
  const papers = papersIn(root)
  const top = scroller.getBoundingClientRect().top + roomAbove
  const index = firstBelow(papers, top)
  const paper = papers[index]
  const box = paper?.getBoundingClientRect()
  if (!paper || !box || box.height === 0) return null
  const start = pages[index]?.start ?? 0
  const end = pages[index + 1]?.start ?? text.length
  const down = Math.min(1, Math.max(0, (top - box.top) / box.height))
  const pieces = [...paper.querySelectorAll(`[${startAttribute}]`)]
  const first = pieces.find((piece) => piece.getBoundingClientRect().bottom > top)
  const guessed = Math.round(start + down * (end - start))
  const at = first ? Number(first.getAttribute(startAttribute)) : guessed
  return { at: down === 0 ? start : at, page: index + 1, down }
}

/** The line that a target is at; the edge of its page until that has been drawn. */
export function lineOn(root: HTMLElement, text: DocumentText, target: Target): Line | null {
  const start = target.to === 'position' ? target.position.at : target.start
  const end = target.to === 'position' ? start + 1 : target.end
  const page = pageAt(text, start)
  const paper = papersIn(root)[(target.to === 'position' ? target.position.page : page) - 1]
  if (!paper) return null
  const box = paper.getBoundingClientRect()
  if (box.height === 0) return null
  const edge = (share: number, exact: boolean): Line => {
    const top = box.top + share * box.height
    return { top, bottom: top, exact }
  }
  if (target.to === 'position' && target.position.down > 0) return edge(target.position.down, true)
  if (target.to !== 'view' && text.pages[page - 1]?.start === start) return edge(0, true)
  const [range] = rangesOf(paper, start, Math.max(end, start + reach))
  if (!range) return edge(0, paper.dataset['failed'] !== undefined)
  const { top, bottom } = range.getBoundingClientRect()
  return { top, bottom, exact: true }
}

/** Whether a border is at the head of its page: then it stands above the page. */
export function isAtHead({ at }: Border, { text, pages }: DocumentText, page: number): boolean {
  return text.slice(pages[page - 1]?.start, at).trim() === ''
}

/** The rules on the pages that are drawn, without those at their heads. */
export function rulesOn(root: HTMLElement, text: DocumentText, borders: readonly Border[]): readonly Rule[] {
  const own = root.getBoundingClientRect()
  const papers = papersIn(root)
  return borders.flatMap((border) => {
    const page = pageAt(text, border.at)
    const paper = papers[page - 1]
    if (!paper || isAtHead(border, text, page)) return []
    const [range] = rangesOf(paper, border.at, border.at + reach)
    if (!range) return []
    const pieces = [...paper.querySelectorAll(`[${startAttribute}]`)]
    const left = Math.min(...pieces.map((piece) => piece.getBoundingClientRect().left))
    return [{ ...border, top: range.getBoundingClientRect().top - own.top, margin: left - own.left }]
  })
}
