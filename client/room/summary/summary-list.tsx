import { reviewPath } from '../../pages.ts'
import { RowDisc } from '../../ui/row-disc.tsx'
import { standingStatus, standingWords, type SummaryStanding } from './summary-standing.ts'
import './summary-list.css'

export interface SummaryListProps {
  readonly review: string
  readonly standings: readonly SummaryStanding[]
  /** The criterion that is open. */
  readonly at: string
}

/** Every criterion with how far its summary is: empty, begun, or how many agree. */
export function SummaryList({ review, standings, at }: SummaryListProps) {
  return (
    <nav aria-label="Summaries">
      <ul>
        {standings.map((standing) => {
          const { id, title } = standing.criterion
          return (
            <li key={id}>
              <a
                className="summary-link"
                href={reviewPath(review, 'summary', id)}
                aria-current={id === at ? 'page' : undefined}
                title={title}
              >
                <RowDisc status={standingStatus(standing)} />
                <span className="summary-link-id">{id}</span>
                <span className="summary-link-words">{standingWords(standing)}</span>
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
