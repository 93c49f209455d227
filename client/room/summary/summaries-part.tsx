import { reviewPath } from '../../pages.ts'
import { Link } from '../../ui/link.tsx'
import type { OpenRoom } from '../open-room.tsx'
import { standingOf, standingStatus } from './summary-standing.ts'
import { useSummaryTexts } from './summary-texts.ts'

export interface SummariesPartProps {
  readonly room: OpenRoom
  /** Of the part, as the column that it stands in has them. */
  readonly className: string
}

/** How far the panel's summaries are, and the way to them; nothing where the competition has none. */
export function SummariesPart({ room, className }: SummariesPartProps) {
  const { review, rubric, document } = room
  const texts = useSummaryTexts(document.doc, rubric)
  if (!review.summary) return null
  const statuses = rubric.criteria.map((criterion) =>
    standingStatus(standingOf(room, criterion, texts[criterion.id] ?? '')),
  )
  const written = statuses.filter((status) => status !== 'untouched').length
  const agreed = statuses.filter((status) => status === 'complete').length
  return (
    <section className={className} aria-labelledby="summaries">
      <h2 className="t-subheading" id="summaries">
        Panel summaries
      </h2>
      <p className="second">
        {written === 0
          ? `Nothing is written yet${review.summary.rule === 'optional' ? ', nor has to be' : ''}.`
          : `${written} of ${statuses.length} begun; all agree with ${agreed}.`}
      </p>
      <p>
        <Link href={reviewPath(review.id, 'summary')}>
          {review.summary.writable ? 'Write them together' : 'Read them'}
        </Link>
      </p>
    </section>
  )
}
