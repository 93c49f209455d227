import { lazy, Suspense, useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { pageRange } from '../../shared/application/document-text.ts'
import type { ApplicationReading } from '../../shared/application/reading.ts'
import type { Cited } from '../../shared/form/cited.ts'
import { documentFilePath, useDocumentTexts } from '../live/read.ts'
import { useNarrow } from '../room/use-narrow.ts'
import { Button } from '../ui/button.tsx'
import { Column } from '../ui/columns.tsx'
import { Empty } from '../ui/empty.tsx'
import { DocumentTabs } from './document-tabs.tsx'
import { PagesFoot } from './pages-foot.tsx'
import { bordersIn, neighborPart, placedItem, type Part } from './parts.ts'
import type { ShownDocument } from './passages.ts'
import type { Position, Showing } from './position.ts'
import type { ReadingColumnProps } from './reading-column.tsx'
import { SearchField } from './search-field.tsx'
import type { Hit } from './search-hits.ts'
import { SearchPanel } from './search-panel.tsx'
import { TextSheet } from './text-sheet.tsx'
import { usePaintedHits } from './use-hits.ts'
import { usePlace, type Back } from './use-place.ts'
import { useSearch, type Search } from './use-search.ts'
import { WhereLine } from './where-line.tsx'
import './reader.css'

const PdfSheet = lazy(async () => ({ default: (await import('./pdf-sheet.tsx')).PdfSheet }))

interface ReaderProps extends Omit<ReadingColumnProps, 'review'> {
  readonly person: string
  readonly reading: ApplicationReading
  readonly edition: string | null
}

/** An application that has documents: the head with its ways, the document, and under a PDF how it is shown. */
export function Reader({ person, reading, edition, rubric, item, commands, hint, marks }: ReaderProps) {
  const { documents } = reading
  const narrow = useNarrow()
  const place = usePlace({ person, reading, rubric, item })
  const { shown, target, here, parts, part, visit, onMove: moved } = place
  const [searching, setSearching] = useState(false)
  const [zoom, setZoom] = useState(1)
  /** A page that was asked for, until its document is here. */
  const [asked, setAsked] = useState<Cited | null>(null)

  const wanted = searching
    ? documents.map(({ id }) => id)
    : [...new Set([shown?.id, part?.document, asked?.document].flatMap((id) => id ?? []))]
  const read = useDocumentTexts(reading.id, wanted, edition)
  const readingOf = (id: string | undefined) => read[wanted.findIndex((one) => one === id)]
  const textOf = (id: string | undefined) => {
    const found = readingOf(id)
    return found?.is === 'read' ? found.value : null
  }
  const text = textOf(shown?.id)

  const field = useRef<HTMLInputElement>(null)
  const origin = useRef<Back | null>(null)
  const search = useSearch({
    documents: documents.map(({ id }) => ({ id, text: textOf(id) })),
    parts,
    from: () => {
      origin.current ??= place.position()
      return { document: origin.current?.document ?? '', at: origin.current?.position.at ?? 0 }
    },
    onHit: ({ document, start, end }: Hit) => visit({ document, to: 'view', start, end }),
  })
  const leaveSearch = (): void => {
    search.setQuery('')
    if (origin.current) place.resume(origin.current)
    origin.current = null
  }
  useSearchKeys(search)

  const [drawn, setDrawn] = useState<Pick<ShownDocument, 'root' | 'version'> | null>(null)
  const onDrawn = useCallback(
    (root: HTMLElement | null, version: number) => setDrawn(root ? { root, version } : null),
    [],
  )
  const id = shown?.id ?? ''
  const onMove = useCallback((position: Position) => moved(id, position), [id, moved])
  const shownDocument = useMemo<ShownDocument | null>(
    () => (drawn && text && shown ? { id: shown.id, file: shown.file, text, ...drawn } : null),
    [drawn, text, shown],
  )
  usePaintedHits(shownDocument, here.page, search)

  // Another reading of the same file: the words may lie elsewhere now, and one stays with them.
  const textBefore = useRef({ id, text })
  const { position } = place
  useEffect(() => {
    const { id: idBefore, text: before } = textBefore.current
    textBefore.current = { id, text }
    const now = position()
    if (idBefore === id && before && text && before !== text && now) visit({ ...now, to: 'position' })
  }, [id, text, position, visit])

  const { go } = place
  const askedText = textOf(asked?.document)
  useEffect(() => {
    if (!asked || !askedText) return
    const range = pageRange(askedText, Math.min(asked.page, askedText.pages.length))
    go({ document: asked.document, to: 'top', ...range })
    setAsked(null)
  }, [asked, askedText, go])

  const from = place.position() ?? { document: id, position: { at: 0 } }
  const turn = (by: 1 | -1): Part | null =>
    neighborPart(parts, documents, { document: from.document, at: from.position.at }, by)
  const goToPart = (to: Part): void =>
    place.go({ document: to.document, to: 'top', start: to.start, end: to.end })
  const step = (by: 1 | -1): void => {
    if (search.hits.length > 0) return search.goTo(search.current + by)
    const to = turn(by)
    if (to) goToPart(to)
  }
  useImperativeHandle(commands, () => ({
    search: () => field.current?.select(),
    next: () => step(1),
    previous: () => step(-1),
    document: (number) => {
      const document = documents[number - 1]
      if (document) place.show(document.id)
    },
    page: (cited) => {
      if (documents.some((document) => document.id === cited.document)) setAsked(cited)
    },
  }))

  const showing: Showing = place.showing[id] ?? (narrow ? 'text' : 'pages')
  const asPages = shown?.type === 'pdf' && showing === 'pages'
  const show = (how: Showing): void => {
    place.setShowing(id, how)
    const now = place.position()
    if (now) visit({ ...now, to: 'position' })
  }
  const borders = useMemo(() => (text ? bordersIn(parts, id, text) : []), [parts, id, text])
  const ownTarget = target.document === id ? target : null
  const failed = readingOf(id)

  return (
    <Column
      kind="read"
      label="Application"
      head={
        <div className="reader-head">
          <div className="reader-tools">
            <strong>Application</strong>
            {documents.length > 1 && <DocumentTabs documents={documents} shown={id} onShow={place.show} />}
            <SearchField
              ref={field}
              search={search}
              onBegin={() => setSearching(true)}
              onLeave={leaveSearch}
            />
          </div>
          <WhereLine
            placed={item === null ? null : placedItem(rubric, item)}
            part={part}
            text={textOf(part?.document)}
            documents={documents}
            confirmed={reading.confirmed}
            previous={turn(-1)}
            next={turn(1)}
            onGo={goToPart}
            onBack={place.back && (() => place.back && place.resume(place.back))}
          />
          {hint}
          {search.query !== '' && (
            <SearchPanel
              search={search}
              rubric={rubric}
              textOf={textOf}
              titleOf={(document) => documents.find((one) => one.id === document)?.title ?? ''}
            />
          )}
        </div>
      }
      foot={
        shown?.type === 'pdf' && text ? (
          <PagesFoot
            text={text}
            page={here.page}
            showing={showing}
            onShowing={show}
            zoom={zoom}
            onZoom={setZoom}
          />
        ) : undefined
      }
    >
      <h2 className="visually-hidden">{shown?.title}</h2>
      {failed?.is === 'failed' && (
        <Empty title={failed.sentence} sentence="Your form works without it.">
          <Button onClick={failed.again}>Try again</Button>
        </Empty>
      )}
      {failed?.is === 'reading' && <p className="third">Reading the document.</p>}
      {shown && text && (
        <div className="reader-paper" data-noted={marks ? true : undefined}>
          {asPages ? (
            <Suspense fallback={<p className="third">Opening the pages.</p>}>
              <PdfSheet
                key={`pages ${id}`}
                path={documentFilePath(reading.id, id)}
                text={text}
                borders={borders}
                target={ownTarget}
                zoom={zoom}
                onAsText={() => show('text')}
                onDrawn={onDrawn}
                onMove={onMove}
              />
            </Suspense>
          ) : (
            <TextSheet
              key={`text ${id}`}
              text={text}
              borders={borders}
              target={ownTarget}
              foot={shown.type === 'digest' && reading.about && <About about={reading.about} />}
              onDrawn={onDrawn}
              onMove={onMove}
            />
          )}
          {shownDocument && marks?.(shownDocument)}
        </div>
      )}
    </Column>
  )
}

function About({ about }: { about: NonNullable<ApplicationReading['about']> }) {
  return (
    <footer className="reader-about t-least">
      {about.document}, {about.phase}. {about.about}
    </footer>
  )
}

/** F3 and Shift+F3 go from hit to hit wherever the focus is, as the browser's own search would. */
function useSearchKeys(search: Search): void {
  const latest = useRef(search)
  useEffect(() => {
    latest.current = search
  })
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      const { hits, current, goTo } = latest.current
      if (event.key !== 'F3' || hits.length === 0) return
      event.preventDefault()
      goTo(current + (event.shiftKey ? -1 : 1))
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}
