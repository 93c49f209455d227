import { type Ref, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Places } from '../../../shared/application/places.ts'
import type { Cited } from '../../../shared/form/cited.ts'
import { criterionOf } from '../../../shared/rubric/rubric.ts'
import { useApplication, useDocumentTexts } from '../../live/read.ts'
import { ReadingColumn, type ReadingCommands } from '../../reading/reading-column.tsx'
import { Button } from '../../ui/button.tsx'
import type { OpenRoom } from '../open-room.tsx'
import { useNarrow } from '../use-narrow.ts'
import { elementPlace } from './element-place.ts'
import './evidence.css'

/** What somebody wants to see of the application: a page that is cited, or where an element of a row is spoken of. */
export type Wanted = { readonly cited: Cited } | { readonly element: string }

export interface Beside {
  /** Null while the application is not shown. Another object each time, also for the same page. */
  readonly wanted: Wanted | null
  readonly open: (wanted: Wanted) => void
  readonly close: () => void
}

/** Whether the application is shown beside a row, and where. Shutting it gives the focus back to what opened it. */
export function useBeside(): Beside {
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const opener = useRef<Element | null>(null)
  const closed = wanted === null
  useEffect(() => {
    if (!closed || !(opener.current instanceof HTMLElement)) return
    if (opener.current.isConnected) opener.current.focus({ preventScroll: true })
    opener.current = null
  }, [closed])
  return {
    wanted,
    open: (next) => {
      opener.current ??= document.activeElement
      setWanted({ ...next })
    },
    close: () => setWanted(null),
  }
}

export interface ReadingBesideProps {
  readonly room: OpenRoom
  readonly row: string
  readonly wanted: Wanted
  readonly onClose: () => void
}

/** The application beside a row, opened where somebody has asked to look, with the way back. */
export function ReadingBeside({ room, row, wanted, onClose }: ReadingBesideProps) {
  const { review, rubric } = room
  const back = useRef<HTMLButtonElement>(null)
  const narrow = useNarrow()
  const commands = useCommandsFor(room, row, wanted)
  useEffect(() => back.current?.focus(), [wanted])
  return (
    <div className="beside">
      {/* Where the row with its own title has given its place away. */}
      {narrow && <h1 className="visually-hidden">The application, for {row}</h1>}
      <p className="beside-back">
        <Button ref={back} size="small" icon="chevron-left" onClick={onClose}>
          Back to {row}
        </Button>
      </p>
      <ReadingColumn review={review} rubric={rubric} item={row} commands={commands} />
    </div>
  )
}

/** Carries out what is wanted once the application can be read, and each time that something is. */
function useCommandsFor(room: OpenRoom, row: string, wanted: Wanted): Ref<ReadingCommands> {
  const commands = useRef<ReadingCommands | null>(null)
  const [readable, setReadable] = useState(false)
  const passage = useElementPlace(room, row, wanted)
  useEffect(() => {
    if (!readable) return
    if ('cited' in wanted) commands.current?.page(wanted.cited)
    else if (passage) commands.current?.passage(passage)
  }, [readable, wanted, passage])
  return useCallback((offered: ReadingCommands | null) => {
    commands.current = offered
    if (offered) setReadable(true)
  }, [])
}

/** Where the application speaks of an element; null until that is known, or where it is not known in which part. */
function useElementPlace({ review, rubric }: OpenRoom, row: string, wanted: Wanted) {
  const { id, edition } = review.application
  const reading = useApplication(id, edition)
  const places: Places = reading.is === 'read' ? reading.value.places : {}
  const part = 'element' in wanted ? (places[criterionOf(rubric, row).id] ?? null) : null
  const [read] = useDocumentTexts(id, part ? [part.document] : [], edition)
  const text = read?.is === 'read' ? read.value : null
  return useMemo(
    () =>
      part && text && 'element' in wanted
        ? { document: part.document, ...elementPlace(text, part, wanted.element) }
        : null,
    [part, text, wanted],
  )
}
