import { Fragment } from 'react'
import type { Cited } from '../../../shared/form/cited.ts'
import type { CitedDocument } from '../../../shared/print/cited-words.ts'
import type { RoomColumn } from '../room-columns.ts'
import { citedOf } from './cited-by.ts'
import './evidence.css'

export interface CitesProps {
  readonly column: RoomColumn
  readonly criterion: string
  readonly documents: readonly CitedDocument[]
  readonly onOpen: (cited: Cited) => void
}

/** "Cites p. 27, 28" under what somebody wrote; each number opens its page. Nothing where they cite none. */
export function Cites({ column, criterion, documents, onOpen }: CitesProps) {
  const cited = citedOf(column, criterion, documents)
  if (cited.length === 0) return null
  return (
    <p className="cites">
      Cites{' '}
      {cited.map(({ document, title, pages }, index) => (
        <Fragment key={document}>
          {index > 0 && '; '}
          {title !== null && `${title} `}
          {'p. '}
          {pages.map((page, at) => (
            <button
              key={page.key}
              type="button"
              className="cites-page link"
              data-look="text"
              data-more={at < pages.length - 1 || undefined}
              aria-label={`Open ${page.words}`}
              onClick={() => onOpen(page.cited)}
            >
              {page.cited.page}
            </button>
          ))}
        </Fragment>
      ))}
    </p>
  )
}
