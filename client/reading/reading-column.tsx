import type { ReactNode, Ref } from 'react'
import type { ReviewView } from '../../shared/competition/view.ts'
import type { Cited } from '../../shared/form/cited.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { useView } from '../live/connection.ts'
import { useApplication } from '../live/read.ts'
import { Button } from '../ui/button.tsx'
import { Column } from '../ui/columns.tsx'
import { Empty } from '../ui/empty.tsx'
import type { Passage, ShownDocument } from './passages.ts'
import { Reader } from './reader.tsx'

/** What other parts of the page may ask of the reading column. */
export interface ReadingCommands {
  /** Puts the cursor into the search field. */
  readonly search: () => void
  /** To the next hit while something is searched, else to the next part. */
  readonly next: () => void
  readonly previous: () => void
  /** Shows the nth document, from 1; nothing where there is none. */
  readonly document: (number: number) => void
  /** Opens a page of a document, as a form cites it; one can go back from there. Nothing where there is no such document. */
  readonly page: (cited: Cited) => void
  /** Goes to a passage of a document where that is not in view already; one can go back from there. */
  readonly passage: (passage: Passage & { readonly document: string }) => void
}

export interface ReadingColumnProps {
  readonly review: ReviewView
  readonly rubric: Rubric
  /** The row or priority that is being scored; its part is opened. Nothing is before that is known: null. */
  readonly item: string | null
  readonly commands?: Ref<ReadingCommands> | undefined
  /** A line under the head, for whoever is new here. */
  readonly hint?: ReactNode
  /** Draws over the document that is shown. */
  readonly marks?: ((shown: ShownDocument) => ReactNode) | undefined
  /** Stands under the document. */
  readonly foot?: ReactNode
}

/** The application, opened where it answers the current criterion. One can read on from there, or search all of it. */
export function ReadingColumn({ review, rubric, item, commands, hint, marks, foot }: ReadingColumnProps) {
  const { id, edition } = review.application
  const reading = useApplication(id, edition)
  const person = useView()?.me.person
  const none = reading.is === 'read' && reading.value.documents.length === 0
  if (reading.is === 'read' && !none && person !== undefined && item !== null) {
    return (
      <Reader
        key={`${person} ${id}`}
        person={person}
        reading={reading.value}
        edition={edition}
        rubric={rubric}
        item={item}
        commands={commands}
        hint={hint}
        marks={marks}
        foot={foot}
      />
    )
  }
  return (
    <Column kind="read" label="Application" head={<strong>Application</strong>}>
      {reading.is !== 'failed' && !none && <p className="third">Reading the application.</p>}
      {reading.is === 'failed' && (
        <Empty title={reading.sentence} sentence="Your form works without it.">
          <Button onClick={reading.again}>Try again</Button>
        </Empty>
      )}
      {none && (
        <Empty
          title="Staff have not added the application’s documents yet."
          sentence="They appear here as soon as they have."
        />
      )}
    </Column>
  )
}
