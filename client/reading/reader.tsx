import { useMemo, useRef, useState } from 'react'
import type { ApplicationReading } from '../../shared/application/reading.ts'
import { useNarrow } from '../room/use-narrow.ts'
import { Column } from '../ui/columns.tsx'
import { DocumentSheet } from './document-sheet.tsx'
import { DocumentTabs } from './document-tabs.tsx'
import { PagesFoot } from './pages-foot.tsx'
import { bordersIn, placedItem } from './parts.ts'
import type { Showing } from './position.ts'
import type { ReadingColumnProps } from './reading-column.tsx'
import { SearchField } from './search-field.tsx'
import { SearchPanel } from './search-panel.tsx'
import { useReader, useReadingCommands, useSearchKeys } from './use-reader.ts'
import { WhereLine } from './where-line.tsx'
import './reader.css'

interface ReaderProps extends Omit<ReadingColumnProps, 'review' | 'item'> {
  readonly person: string
  readonly reading: ApplicationReading
  readonly edition: string | null
  readonly item: string
}

/** An application that has documents: the head with its ways, the document, and under a PDF how it is shown. */
export function Reader({ person, reading, edition, rubric, item, commands, hint, marks, foot }: ReaderProps) {
  const { documents } = reading
  const narrow = useNarrow()
  const reader = useReader({ person, reading, edition, rubric, item })
  const { place, search, text, textOf, shown } = reader
  const { parts, part, back, here, target } = place
  const document = place.shown
  const id = document?.id ?? ''
  const [zoom, setZoom] = useState(1)
  const field = useRef<HTMLInputElement>(null)
  useSearchKeys(search)
  useReadingCommands(commands, reader, { documents, focus: () => field.current?.select() })
  const borders = useMemo(() => (text ? bordersIn(parts, id, text) : []), [parts, id, text])

  const showing = place.showing[id] ?? (narrow ? 'text' : 'pages')
  const show = (how: Showing): void => {
    place.setShowing(id, how)
    const now = place.position()
    if (now) place.visit({ ...now, to: 'position' })
  }

  const head = (
    <div className="reader-head">
      <div className="reader-tools">
        <strong>Application</strong>
        {documents.length > 1 && <DocumentTabs documents={documents} shown={id} onShow={place.show} />}
        <SearchField ref={field} search={search} onBegin={reader.beginSearch} onLeave={reader.leaveSearch} />
      </div>
      <WhereLine
        placed={placedItem(rubric, item)}
        part={part}
        text={part && textOf(part.document)}
        documents={documents}
        confirmed={reading.confirmed}
        previous={reader.neighbor(-1)}
        next={reader.neighbor(1)}
        onGo={reader.goToPart}
        onBack={back && (() => place.resume(back))}
      />
      {hint}
      {search.query !== '' && (
        <SearchPanel
          search={search}
          rubric={rubric}
          textOf={textOf}
          titleOf={(of) => documents.find((one) => one.id === of)?.title ?? ''}
        />
      )}
    </div>
  )
  const pagesFoot = document?.type === 'pdf' && text && (
    <PagesFoot text={text} page={here.page} showing={showing} onShowing={show} zoom={zoom} onZoom={setZoom} />
  )
  return (
    <Column
      kind="read"
      label="Application"
      head={head}
      foot={
        (pagesFoot || foot) && (
          <>
            {pagesFoot}
            {foot}
          </>
        )
      }
    >
      <h2 className="visually-hidden">{document?.title}</h2>
      {document && (
        <DocumentSheet
          application={reading}
          document={document}
          text={reader.textReading(id)}
          showing={showing}
          borders={borders}
          target={target.document === id ? target : null}
          zoom={zoom}
          onAsText={() => show('text')}
          onDrawn={shown.onDrawn}
          onMove={shown.onMove}
          marks={shown.document && marks?.(shown.document)}
        />
      )}
    </Column>
  )
}
