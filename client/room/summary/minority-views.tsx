import { minorityField } from '../../../shared/form/fields.ts'
import { BoundTextArea } from '../../live/bound-text-area.tsx'
import { ReviewerMark } from '../../ui/reviewer-mark.tsx'
import type { OpenRoom } from '../open-room.tsx'
import { columnName } from '../room-columns.ts'
import { Words } from '../side-by-side.tsx'
import { explainedColumns } from './summary-standing.ts'
import './minority-views.css'

/** What single reviewers hold beside the summary; each is part of its author's own form, and is signed with it. */
export function MinorityViews({ room, criterion }: { room: OpenRoom; criterion: string }) {
  const { mine, document } = room
  const writes = mine?.writable === true
  const views = explainedColumns(room).filter(
    ({ yours, record }) => (record.minority?.[criterion] ?? '').trim() !== '' && !(yours && writes),
  )
  return (
    <section className="minority" aria-labelledby="minority">
      <h2 className="t-heading" id="minority">
        Minority views
      </h2>
      {views.map((column) => (
        <article key={column.seat} className="minority-view" aria-label={columnName(column)}>
          <h3 className="minority-who">
            <ReviewerMark number={column.seat} yours={column.yours} /> {columnName(column)}
          </h3>
          <Words text={column.record.minority?.[criterion] ?? ''} nothing="" />
        </article>
      ))}
      {views.length === 0 && (
        <p className="second">{writes ? 'No other reviewer has written one.' : 'None.'}</p>
      )}
      {mine && writes && (
        <BoundTextArea
          key={`${document.copy} ${criterion}`}
          label="Your minority view"
          place={mine.place}
          field={minorityField(criterion)}
          rows={3}
          foot="Part of your final form, signed with it."
        />
      )}
    </section>
  )
}
