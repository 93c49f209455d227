import { type RefObject, useRef } from 'react'
import type { ReadingDocument } from '../../shared/application/reading.ts'
import type { ReviewView } from '../../shared/competition/view.ts'
import type { Cited } from '../../shared/form/cited.ts'
import type { Place } from '../../shared/form/edits.ts'
import type { FormRecord } from '../../shared/form/form-record.ts'
import type { Criterion, Row, Rubric } from '../../shared/rubric/rubric.ts'
import { Answers } from './answers.tsx'
import { AskStaff } from './ask-staff.tsx'
import { CriterionNote } from './criterion-note.tsx'
import { Hint } from './hint.tsx'
import { PagesCited } from './pages-cited.tsx'
import { Remarks } from './remarks.tsx'
import { RowEntry } from './row-entry.tsx'
import { RowWording } from './row-wording.tsx'
import './row-panel.css'

export interface RowPanelProps {
  readonly review: ReviewView
  readonly rubric: Rubric
  readonly criterion: Criterion
  readonly row: Row
  readonly record: FormRecord
  readonly place: Place
  readonly copy: number
  readonly readOnly: boolean
  readonly points: RefObject<HTMLInputElement | null>
  /** Of the application; none until they are known. */
  readonly documents: readonly ReadingDocument[]
  readonly onOpenPage: (cited: Cited) => void
}

/** One row: what it asks, its points, and the strengths and weaknesses of its criterion with the pages they rest on. */
export function RowPanel(props: RowPanelProps) {
  const { review, rubric, criterion, row, record, place, copy, readOnly, points, documents, onOpenPage } =
    props
  const whole = row.id === criterion.id
  const comments = useRef<HTMLDivElement>(null)
  return (
    <div className="row-panel" role="group" aria-labelledby="row-title">
      <header>
        <p className="row-panel-place">
          <strong>{row.id}</strong>
          {!whole && (
            <>
              {' '}
              in {criterion.id} {criterion.title}
            </>
          )}
          <CriterionNote rubric={rubric} criterion={criterion} record={record} />
        </p>
        <h1 className="t-title" id="row-title" tabIndex={-1}>
          {row.title}
        </h1>
      </header>
      <RowWording rubric={rubric} row={row} />
      <Answers item={row.id} />
      <div className="row-panel-points">
        <RowEntry
          key={copy}
          ref={points}
          rubric={rubric}
          row={row}
          record={record}
          place={place}
          readOnly={readOnly}
        />
        {!readOnly && row.rule?.kind !== 'elements' && (
          <Hint name="points" onward={() => points.current?.focus()} />
        )}
      </div>
      <div className="row-panel-comments" ref={comments}>
        {!readOnly && (
          <Hint name="comments" onward={() => comments.current?.querySelector('textarea')?.focus()} />
        )}
        <Remarks criterion={criterion} record={record} place={place} copy={copy} readOnly={readOnly} />
        <PagesCited
          key={criterion.id}
          criterion={criterion.id}
          record={record}
          place={place}
          readOnly={readOnly}
          documents={documents}
          onOpen={onOpenPage}
        />
      </div>
      <AskStaff key={row.id} review={review} item={row.id} kind="row" />
    </div>
  )
}
