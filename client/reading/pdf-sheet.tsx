import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { DocumentText } from '../../shared/application/document-text.ts'
import { pageAt } from '../../shared/application/pages-of-text.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { pageName, type Border } from './parts.ts'
import { openPdf } from './pdf-file.ts'
import { pdfPages, type PdfPages } from './pdf-pages.ts'
import { isAtHead, lineOn, papersIn, positionOn, rulesOn, type Rule } from './pdf-places.ts'
import { scrollerOf, type SheetEvents, type Target } from './sheet.ts'
import { useSheet, useRoom } from './use-sheet.ts'
import './pdf-sheet.css'

interface PdfSheetProps extends SheetEvents {
  /** Where its file is loaded from. */
  readonly path: string
  readonly text: DocumentText
  readonly borders: readonly Border[]
  readonly target: Target | null
  /** 1 is as wide as the column. */
  readonly zoom: number
  readonly onAsText: () => void
}

/** A PDF as its pages. Those near what one sees are drawn, the others keep their place. */
export function PdfSheet(props: PdfSheetProps) {
  const { path, text, borders, target, zoom, onAsText, onMove } = props
  const root = useRef<HTMLDivElement>(null)
  const [fit, setFit] = useState(0)
  const [rules, setRules] = useState<readonly Rule[]>([])
  const width = Math.round(fit * zoom)
  const { tell, stay } = useSheet({
    root,
    target,
    find: (own, to) => lineOn(own, text, to),
    positionIn: (own, scroller) => positionOn(own, scroller, text),
    onMove,
    onDrawn: props.onDrawn,
  })
  const drawn = useCallback(() => {
    const own = root.current
    if (!own) return
    setRules(rulesOn(own, text, borders))
    tell()
  }, [text, borders, tell])
  useLayoutEffect(() => {
    stay()
    drawn()
  }, [drawn, stay, width])
  useRoom(root, (room) => {
    setFit(room)
    drawn()
  })
  const { failure, again } = useDrawing({ root, path, text, width, drawn })

  const numbers = useMemo(() => text.pages.map((_, index) => index + 1), [text])
  const heads = useMemo(() => {
    const placed = borders.map((border) => ({ ...border, page: pageAt(text, border.at) }))
    return Map.groupBy(
      placed.filter((border) => isAtHead(border, text, border.page)),
      ({ page }) => page,
    )
  }, [text, borders])
  return (
    <>
      {failure && (
        <Empty title={failure} sentence="The text of this document can be read all the same.">
          <Button onClick={onAsText}>Read as text</Button>
          <Button kind="quiet" onClick={again}>
            Try again
          </Button>
        </Empty>
      )}
      <div className="pdf-sheet" ref={root} style={{ '--paper-width': `${width}px` }}>
        {numbers.map((page) => (
          <div key={page} className="pdf-page" data-page={page}>
            <p className="pdf-page-head reading-border">
              <span>Page {pageName(text, page)}</span>
              {heads.get(page)?.map(({ words }) => (
                <span key={words}>{words}</span>
              ))}
            </p>
            <div className="pdf-paper" onPointerDown={select} />
          </div>
        ))}
        {rules.map(({ at, words, top, margin }) => (
          <p key={`${at} ${words}`} className="pdf-border" style={{ top, width: margin }}>
            {words}
          </p>
        ))}
      </div>
    </>
  )
}

interface DrawingParts {
  readonly root: React.RefObject<HTMLElement | null>
  readonly path: string
  readonly text: DocumentText
  readonly width: number
  readonly drawn: () => void
}

/** Opens the file and has its pages drawn; says what failed. */
function useDrawing({ root, path, text, width, drawn }: DrawingParts) {
  const [failure, setFailure] = useState<string | null>(null)
  const [turn, setTurn] = useState(0)
  const pages = useRef<PdfPages | null>(null)
  const latest = useRef({ width, drawn })
  useLayoutEffect(() => {
    latest.current = { width, drawn }
    if (width > 0) pages.current?.resize(width)
  })
  const ready = width > 0
  useEffect(() => {
    const own = root.current
    if (!own || !ready) return
    const opening = openPdf(path)
    let closed = false
    const fail = (sentence: string): void => {
      if (!closed) setFailure(sentence)
    }
    opening.file
      .then(async (file) => {
        const first = (await file.getPage(1)).getViewport({ scale: 1 })
        if (closed) return
        own.style.setProperty('--ratio', String(first.width / first.height))
        pages.current = pdfPages({
          scroller: scrollerOf(own),
          papers: papersIn(own),
          file,
          text,
          width: latest.current.width,
          onDrawn: () => latest.current.drawn(),
          onFailed: (page) => fail(`Page ${pageName(text, page)} cannot be drawn.`),
        })
      })
      .catch(() => fail('The pages of this document cannot be loaded.'))
    return () => {
      closed = true
      pages.current?.close()
      pages.current = null
      opening.close()
    }
  }, [root, path, text, ready, turn])
  return {
    failure,
    again: () => {
      setFailure(null)
      setTurn((before) => before + 1)
    },
  }
}

/** While a selection is drawn with the pointer, what lies between words belongs to the page: else it would jump to the page's end. */
function select({ currentTarget }: React.PointerEvent<HTMLElement>): void {
  currentTarget.dataset['selecting'] = ''
  document.addEventListener('pointerup', () => delete currentTarget.dataset['selecting'], { once: true })
}
