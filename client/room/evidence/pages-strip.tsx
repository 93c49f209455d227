import type { Cited } from '../../../shared/form/cited.ts'
import type { CitedDocument } from '../../../shared/print/cited-words.ts'
import { ReviewerMark } from '../../ui/reviewer-mark.tsx'
import { columnName, type RoomColumn } from '../room-columns.ts'
import { pagesCitedBy, type PageCited } from './cited-by.ts'
import './evidence.css'

export interface PagesStripProps {
  readonly criterion: string
  readonly columns: readonly RoomColumn[]
  readonly documents: readonly CitedDocument[]
  /** Says as well that nobody cites a page. */
  readonly flagged: boolean
  readonly onOpen: (cited: Cited) => void
}

/** The pages that the panel's comments on a criterion rest on, each with the marks of who cites it; a press opens it. */
export function PagesStrip({ criterion, columns, documents, flagged, onOpen }: PagesStripProps) {
  const pages = pagesCitedBy(criterion, columns, documents)
  if (pages.length === 0 && !flagged) return null
  return (
    <section className="pages-strip" aria-label={`Pages that the panel cites for ${criterion}`}>
      <h2 className="t-label">Pages cited</h2>
      {pages.length === 0 ? (
        <p className="third">Nobody cites a page for {criterion}.</p>
      ) : (
        <ul className="pages-strip-list">
          {pages.map((page) => (
            <li key={page.key}>
              <button
                type="button"
                className="link"
                data-look="citation"
                aria-label={`Open ${page.words}, cited by ${namesOf(page)}`}
                onClick={() => onOpen(page.cited)}
              >
                {page.words}
              </button>
              {page.by.map(({ seat, yours }) => (
                <ReviewerMark key={seat} number={seat} yours={yours} />
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function namesOf({ by }: PageCited): string {
  return new Intl.ListFormat('en-US').format(by.map(columnName))
}
