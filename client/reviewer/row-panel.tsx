import type { Ref } from 'react'
import type { Place } from '../../shared/form/edits.ts'
import type { FormRecord } from '../../shared/form/form-record.ts'
import type { Criterion, Row } from '../../shared/rubric/rubric.ts'
import { Remarks } from './remarks.tsx'
import { RowEntry } from './row-entry.tsx'
import { RowWording } from './row-wording.tsx'
import './row-panel.css'

interface RowPanelProps {
  readonly criterion: Criterion
  readonly row: Row
  readonly record: FormRecord
  readonly place: Place
  readonly copy: number
  readonly readOnly: boolean
  readonly points: Ref<HTMLInputElement>
}

/** One row: what it asks, its points, and the strengths and weaknesses of its criterion. */
export function RowPanel({ criterion, row, record, place, copy, readOnly, points }: RowPanelProps) {
  const whole = row.id === criterion.id
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
        </p>
        <h1 className="t-title" id="row-title">
          {row.title}
        </h1>
      </header>
      <RowWording row={row} />
      <div className="row-panel-points">
        <RowEntry key={copy} ref={points} row={row} record={record} place={place} readOnly={readOnly} />
      </div>
      <Remarks criterion={criterion} record={record} place={place} copy={copy} readOnly={readOnly} />
    </div>
  )
}
