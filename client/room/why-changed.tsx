import { changeReasons, isChangeReason, type ChangeReason } from '../../shared/form/change-reasons.ts'
import type { ReviewView } from '../../shared/competition/view.ts'
import { setReason } from '../../shared/form/edits.ts'
import { lineField } from '../../shared/form/fields.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { BoundTextArea } from '../live/bound-text-area.tsx'
import { FieldSentence } from '../ui/field-sentence.tsx'
import { Select } from '../ui/select.tsx'
import type { MyColumn } from './open-room.tsx'

export interface WhyChangedProps {
  readonly review: ReviewView
  readonly mine: MyColumn
  readonly row: string
}

/** Why a score moved: a reason from the list and a line in one's own words. Open and empty until both are given. */
export function WhyChanged({ review, mine: { column, place }, row }: WhyChangedProps) {
  const change = column.record.changes[row]
  const reason = change?.reason ?? ''
  const lineGiven = (change?.line ?? '').trim() !== ''
  return (
    <div className="your-score-why">
      <Select
        label="Reason"
        value={reason}
        placeholder="Why it changed"
        options={reasonOptions(review.tier)}
        onChange={(next) => setReason(place, row, next)}
      />
      <BoundTextArea
        label="In a line"
        place={place}
        field={lineField(row)}
        most={limits.lineLength}
        rows={2}
      />
      {(reason === '' || !lineGiven) && (
        <FieldSentence id={`needed-${row}`} kind="warning">
          {reason === '' ? 'Reason needed before you sign.' : 'A line of text is needed before you sign.'}
        </FieldSentence>
      )}
    </div>
  )
}

/** Before tier 2 there has been no presentation to learn from. */
function reasonOptions(tier: number): readonly { value: ChangeReason; label: string }[] {
  return Object.entries(changeReasons).flatMap(([value, label]) =>
    isChangeReason(value) && !(tier < 2 && value === 'presentation') ? [{ value, label }] : [],
  )
}
