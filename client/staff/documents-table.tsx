import { useLayoutEffect, useRef, useState } from 'react'
import type { ApplicationReading, ReadingDocument } from '../../shared/application/reading.ts'
import type { ReviewView } from '../../shared/competition/view.ts'
import { Refused } from '../room/refused.tsx'
import { announce } from '../ui/announce.tsx'
import { Empty } from '../ui/empty.tsx'
import { DocumentRow } from './document-row.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import type { Arranging } from './use-arranging.ts'
import './documents-table.css'

interface DocumentsTableProps {
  readonly review: ReviewView
  readonly application: ApplicationReading
  readonly arranging: Arranging
  /** A row went away that had the focus. */
  readonly onGone: () => void
}

/** The documents of an application in the order in which they are offered for reading. Once locked they are only read. */
export function DocumentsTable({ review, application, arranging, onGone }: DocumentsTableProps) {
  const { documents, refused, arrange } = arranging
  const [removing, setRemoving] = useState<ReadingDocument | null>(null)
  const table = useRef<HTMLTableElement>(null)
  const moved = useRef<{ readonly id: string; readonly by: 1 | -1 } | null>(null)
  // A row that is put elsewhere in the page loses the focus that it had.
  useLayoutEffect(() => {
    if (!moved.current) return
    const { id, by } = moved.current
    moved.current = null
    table.current?.querySelector<HTMLElement>(`[data-document="${id}"] [data-by="${by}"]`)?.focus()
  }, [documents])

  if (documents.length === 0) {
    return (
      <Empty
        title="No documents yet."
        sentence="Files that you add stand here in order, with what was read of them. Reviewers read them beside their forms."
      />
    )
  }

  function move(at: number, by: 1 | -1): void {
    const document = documents[at]
    const to = at + by
    if (!document || to < 0 || to >= documents.length) return
    moved.current = { id: document.id, by }
    void arrange((before) => movedTo(before, document.id, to))
    announce(`${document.title} is now ${to + 1} of ${documents.length}.`)
  }

  function change(id: string, to: Partial<Pick<ReadingDocument, 'title' | 'kind'>>): void {
    void arrange((before) =>
      before.map((document) => (document.id === id ? { ...document, ...to } : document)),
    )
  }

  return (
    <>
      <table ref={table} className="documents-table">
        <thead>
          <tr>
            <th scope="col">Order</th>
            <th scope="col">Title</th>
            <th scope="col">Kind</th>
            <th scope="col">File</th>
            <th scope="col" className="num">
              Pages
            </th>
            {!review.lock && (
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {documents.map((document, at) => (
            <DocumentRow
              key={document.id}
              document={document}
              at={at}
              of={documents.length}
              application={review.application.id}
              locked={review.lock !== null}
              onMove={(by) => move(at, by)}
              onChange={(to) => change(document.id, to)}
              onRemove={() => setRemoving(document)}
            />
          ))}
        </tbody>
      </table>
      <Refused sentence={refused} />
      <RemoveDialog
        document={removing}
        places={application.places}
        onClose={() => setRemoving(null)}
        onRemove={async ({ id }) => {
          const removed = await arrange((before) => before.filter((document) => document.id !== id))
          if (removed) onGone()
          return removed
        }}
      />
    </>
  )
}

/** The list with one document at another place. */
function movedTo(documents: readonly ReadingDocument[], id: string, to: number): readonly ReadingDocument[] {
  const at = documents.findIndex((document) => document.id === id)
  const document = documents[at]
  return document ? documents.toSpliced(at, 1).toSpliced(to, 0, document) : documents
}
