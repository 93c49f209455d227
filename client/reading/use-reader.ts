import { type Ref, useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import type { DocumentText } from '../../shared/application/document-text.ts'
import { pageRange } from '../../shared/application/pages-of-text.ts'
import type { ApplicationReading } from '../../shared/application/reading.ts'
import type { Cited } from '../../shared/form/cited.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { useDocumentTexts, type Reading } from '../live/read.ts'
import { neighborPart, type Part } from './parts.ts'
import type { ShownDocument } from './passages.ts'
import type { Position } from './position.ts'
import type { ReadingCommands } from './reading-column.tsx'
import { usePaintedHits } from './use-hits.ts'
import { usePlace, type Back } from './use-place.ts'
import { useSearch, type Search } from './use-search.ts'

interface ReaderParts {
  readonly person: string
  readonly reading: ApplicationReading
  readonly edition: string | null
  readonly rubric: Rubric
  readonly item: string
}

const waiting: Reading<DocumentText> = { is: 'reading' }

/** Everything that reading an application holds together: where one reads, the texts that takes, the search, what is drawn. */
export function useReader({ person, reading, edition, rubric, item }: ReaderParts) {
  const { documents } = reading
  const place = usePlace({ person, reading, rubric, item })
  const { parts, part, visit, setBack, here } = place
  const id = place.shown?.id ?? ''

  const [searching, setSearching] = useState(false)
  const [asked, setAsked] = useState<Cited | null>(null)
  const wanted = searching
    ? documents.map((document) => document.id)
    : [...new Set([id, part?.document, asked?.document].flatMap((one) => one ?? []))]
  const texts = useDocumentTexts(reading.id, wanted, edition)
  const textReading = (of: string) => texts[wanted.indexOf(of)] ?? waiting
  const textOf = (of: string): DocumentText | null => {
    const found = textReading(of)
    return found.is === 'read' ? found.value : null
  }
  const text = textOf(id)

  // Where the search began is where Escape leads back to.
  const origin = useRef<Back | null>(null)
  const search = useSearch({
    documents: documents.map((document) => ({ id: document.id, text: textOf(document.id) })),
    parts,
    from: () => {
      origin.current ??= place.position()
      return { document: origin.current?.document ?? id, at: origin.current?.position.at ?? 0 }
    },
    onHit: ({ document, start, end }) => visit({ document, to: 'view', start, end }),
  })
  const leaveSearch = (): void => {
    const from = origin.current
    origin.current = null
    search.setQuery('')
    if (from) place.resume(from)
  }
  const empty = search.query === ''
  useEffect(() => {
    if (!empty || !origin.current) return
    // The field was emptied: one stays at the hit, and may still go back.
    setBack(origin.current)
    origin.current = null
  }, [empty, setBack])
  useEffect(() => {
    origin.current = null
  }, [item])

  const { go } = place
  const askedText = asked && textOf(asked.document)
  useEffect(() => {
    if (!asked || !askedText) return
    const range = pageRange(askedText, Math.min(asked.page, askedText.pages.length))
    go({ document: asked.document, to: 'top', ...range })
    setAsked(null)
  }, [asked, askedText, go])

  const shown = useShown(place, text)
  usePaintedHits(shown.document, here.page, search)
  useStaying({ id, text, position: place.position, visit })

  const from = place.position() ?? { document: id, position: { at: 0 } }
  const neighbor = (by: 1 | -1): Part | null =>
    neighborPart(parts, documents, { document: from.document, at: from.position.at }, by)
  const goToPart = (to: Part): void => go({ document: to.document, to: 'top', start: to.start, end: to.end })
  return {
    place,
    search,
    /** Somebody is about to search: the texts of all documents are wanted. */
    beginSearch: () => setSearching(true),
    leaveSearch,
    textReading,
    textOf,
    text,
    shown,
    neighbor,
    goToPart,
    /** Opens a page of a document, as a form cites it. */
    goToPage: (cited: Cited): void => {
      if (documents.some((document) => document.id === cited.document)) setAsked(cited)
    },
  }
}

export type OpenReader = ReturnType<typeof useReader>

/** Offers what other parts of the page may ask for. */
export function useReadingCommands(
  commands: Ref<ReadingCommands> | undefined,
  reader: OpenReader,
  { documents, focus }: { readonly documents: ApplicationReading['documents']; readonly focus: () => void },
): void {
  const { search, place, neighbor, goToPart, goToPage } = reader
  const step = (by: 1 | -1): void => {
    const to = neighbor(by)
    if (search.hits.length > 0) search.goTo(search.current + by)
    else if (to) goToPart(to)
  }
  useImperativeHandle(commands, () => ({
    search: focus,
    next: () => step(1),
    previous: () => step(-1),
    document: (number) => {
      const document = documents[number - 1]
      if (document) place.show(document.id)
    },
    page: goToPage,
    passage: ({ document, start, end }) => place.go({ document, to: 'view', start, end }),
  }))
}

/** F3 and Shift+F3 go from hit to hit wherever the focus is, as the browser's own search would. */
export function useSearchKeys(search: Search): void {
  const latest = useRef(search)
  useEffect(() => {
    latest.current = search
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { hits, current, goTo } = latest.current
      if (event.defaultPrevented || event.key !== 'F3' || hits.length === 0) return
      event.preventDefault()
      goTo(current + (event.shiftKey ? -1 : 1))
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}

/** The document as it is drawn now, for whoever paints or draws on it. */
function useShown({ shown, onMove: moved }: ReturnType<typeof usePlace>, text: DocumentText | null) {
  const [drawn, setDrawn] = useState<Pick<ShownDocument, 'root' | 'version'> | null>(null)
  const onDrawn = useCallback(
    (root: HTMLElement | null, version: number) => setDrawn(root ? { root, version } : null),
    [],
  )
  const id = shown?.id ?? ''
  const onMove = useCallback((position: Position) => moved(id, position), [id, moved])
  const document = useMemo<ShownDocument | null>(
    () => (drawn && text && shown ? { id: shown.id, file: shown.file, text, ...drawn } : null),
    [drawn, text, shown],
  )
  return { document, onDrawn, onMove }
}

interface StayingParts extends Pick<ReturnType<typeof usePlace>, 'position' | 'visit'> {
  readonly id: string
  readonly text: DocumentText | null
}

/** After another reading of the same file the words may lie elsewhere: one stays with them. */
function useStaying({ id, text, position, visit }: StayingParts): void {
  const before = useRef({ id, text })
  const latest = useRef(position)
  useEffect(() => {
    latest.current = position
  })
  useEffect(() => {
    const { id: idBefore, text: textBefore } = before.current
    before.current = { id, text }
    const now = latest.current()
    if (idBefore === id && textBefore && text && textBefore !== text && now) visit({ ...now, to: 'position' })
  }, [id, text, visit])
}
