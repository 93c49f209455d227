import {
  memo,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { DocumentText } from '../../shared/application/document-text.ts'
import { pageAt } from '../../shared/application/pages-of-text.ts'
import type { Border } from './parts.ts'
import { rangesOf, startAttribute } from './passages.ts'
import type { Position } from './position.ts'
import { firstBelow, roomAbove, type Line, type SheetEvents, type Target } from './sheet.ts'
import { PageNumber, TextBlocks } from './text-blocks.tsx'
import { textPages, type TextPage } from './text-layout.ts'
import { useSheet, useRoom } from './use-sheet.ts'
import { whenIdle } from './when-idle.ts'
import './text-sheet.css'

interface TextSheetProps extends SheetEvents {
  readonly text: DocumentText
  readonly borders: readonly Border[]
  readonly target: Target | null
  /** What is said at its end. */
  readonly foot?: ReactNode
}

/** How wide a letter of reading text is on average, in pixels. */
const letterWidth = 7.4

/** How many pages are filled at once: few enough that nobody who types meanwhile notices. */
const pagesAtOnce = 6

/** A document as clean text. Pages around where one reads are filled at once, the others while nothing else is to be done. */
export function TextSheet({ text, borders, target, foot, onDrawn, onMove }: TextSheetProps) {
  const root = useRef<HTMLElement>(null)
  const [letters, setLetters] = useState(56)
  const pages = useMemo(() => textPages(text, borders), [text, borders])
  const [filled, setFilled] = useState<ReadonlySet<number>>(() => new Set())
  const fill = useCallback(
    (wanted: readonly number[]) =>
      setFilled((before) => {
        const lacking = wanted.filter((page) => page >= 1 && page <= pages.length && !before.has(page))
        return lacking.length === 0 ? before : new Set([...before, ...lacking])
      }),
    [pages.length],
  )
  const { tell: drawn } = useSheet({
    root,
    target,
    find: (own, to) => lineOf(own, text, to, fill),
    positionIn: (own, scroller) => positionIn(own, scroller, text),
    onScroll: (own, scroller) => fill(pagesInView(own, scroller)),
    onMove,
    onDrawn,
  })
  useLayoutEffect(drawn, [drawn, filled, pages])
  // What is drawn beside the words has to follow when the pages above take their real height.
  useRoom(root, (width) => {
    setLetters(4 * Math.round((width - 40) / letterWidth / 4))
    drawn()
  })

  useEffect(() => {
    if (filled.size >= pages.length) return
    const next = pages.filter(({ page }) => !filled.has(page)).slice(0, pagesAtOnce)
    return whenIdle(() => fill(next.map(({ page }) => page)))
  }, [pages, filled, fill])

  return (
    <article className="text-sheet" ref={root}>
      {pages.map((page) => (
        <Page key={page.page} text={text} page={page} letters={letters} filled={filled.has(page.page)} />
      ))}
      {foot}
    </article>
  )
}

interface PageProps {
  readonly text: DocumentText
  readonly page: TextPage
  readonly letters: number
  readonly filled: boolean
}

const Page = memo(function Page({ text, page, letters, filled }: PageProps) {
  const { lines, spaces } = page.lines(letters)
  return (
    <section
      className="text-page"
      data-page={page.page}
      data-filled={filled || undefined}
      style={{ '--lines': lines, '--spaces': spaces }}
    >
      {filled && (
        <>
          {page.numbered && <PageNumber text={text} page={page.page} />}
          <TextBlocks text={text} drawn={page.drawn} />
          {page.drawn.length === 0 && text.ownPages && <p className="text-aside">No text on this page.</p>}
        </>
      )}
    </section>
  )
})

function sectionsOf(root: HTMLElement): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(':scope > section')]
}

/** The pages in view and one screen around it, by their numbers. */
function pagesInView(root: HTMLElement, scroller: HTMLElement): readonly number[] {
  const sections = sectionsOf(root)
  const { top, bottom, height } = scroller.getBoundingClientRect()
  const first = firstBelow(sections, top - height)
  const last = firstBelow(sections, bottom + height)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index + 1)
}

/** Where one reads: the first letter of the line there. */
function positionIn(root: HTMLElement, scroller: HTMLElement, text: DocumentText): Position {
  const top = scroller.getBoundingClientRect().top + roomAbove
  const sections = sectionsOf(root)
  const section = sections[firstBelow(sections, top)]
  const pieces = section ? [...section.querySelectorAll(`[${startAttribute}]`)] : []
  const piece = pieces[firstBelow(pieces, top)]
  const words = piece?.firstChild
  if (!piece || !(words instanceof Text)) {
    const page = Number(section?.dataset['page'] ?? 1)
    return { at: text.pages[page - 1]?.start ?? 0, page, down: 0 }
  }
  const at = Number(piece.getAttribute(startAttribute)) + firstLetterBelow(words, top)
  return { at, page: pageAt(text, at), down: 0 }
}

function firstLetterBelow(words: Text, height: number): number {
  const range = document.createRange()
  let low = 0
  let high = Math.max(0, words.length - 1)
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    range.setStart(words, middle)
    range.setEnd(words, middle + 1)
    if (range.getBoundingClientRect().bottom > height) high = middle
    else low = middle + 1
  }
  return low
}

/** The line that a target is at; its page is filled first. */
function lineOf(
  root: HTMLElement,
  text: DocumentText,
  target: Target,
  fill: (pages: readonly number[]) => void,
): Line | null {
  const start = target.to === 'position' ? target.position.at : target.start
  const end = target.to === 'position' ? start + 1 : target.end
  // A block stands on the page that it begins on, and white space belongs to the block after it.
  const block = text.blocks.find((one) => one.end > start) ?? text.blocks.at(-1)
  const page = pageAt(text, block?.start ?? start)
  fill([page - 1, page, page + 1])
  const [first] = rangesOf(root, start, Math.max(end, start + 1))
  const range = first ?? (block && rangesOf(root, block.start, block.end)[0])
  if (range) {
    const { top, bottom } = range.getClientRects()[0] ?? range.getBoundingClientRect()
    return { top, bottom, exact: true }
  }
  const section = sectionsOf(root)[page - 1]
  if (!section) return null
  const { top } = section.getBoundingClientRect()
  return { top, bottom: top, exact: false }
}
