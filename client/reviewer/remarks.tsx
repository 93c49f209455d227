import { setNoneFound, type Place } from '../../shared/form/edits.ts'
import { strengthsField, weaknessesField } from '../../shared/form/fields.ts'
import type { FormRecord, Remark } from '../../shared/form/form-record.ts'
import type { Criterion } from '../../shared/rubric/rubric.ts'
import { BoundTextArea } from '../live/bound-text-area.tsx'

interface RemarksProps {
  readonly criterion: Criterion
  readonly record: FormRecord
  readonly place: Place
  readonly copy: number
  readonly readOnly: boolean
}

/** Strengths and weaknesses, which are written for a criterion as a whole. */
export function Remarks({ criterion, record, place, copy, readOnly }: RemarksProps) {
  const { id } = criterion
  const shared = { place, copy, readOnly }
  return (
    <>
      <RemarkArea
        {...shared}
        label={`Strengths of ${id}`}
        field={strengthsField(id)}
        remark={record.strengths[id]}
      />
      <RemarkArea
        {...shared}
        label={`Weaknesses of ${id}`}
        field={weaknessesField(id)}
        remark={record.weaknesses[id]}
      />
    </>
  )
}

interface RemarkAreaProps extends Pick<RemarksProps, 'place' | 'copy' | 'readOnly'> {
  readonly label: string
  readonly field: string
  readonly remark: Remark | undefined
}

function RemarkArea({ label, field, remark, place, copy, readOnly }: RemarkAreaProps) {
  const none = remark?.noneFound ?? false
  return (
    <BoundTextArea
      key={`${copy} ${field}`}
      label={label}
      place={place}
      field={field}
      readOnly={readOnly}
      noneFound={{ checked: none, onChange: (says) => setNoneFound(place, field, says) }}
      // What is written now says that something was found.
      onTyped={(text) => {
        if (none && text.trim() !== '') setNoneFound(place, field, false)
      }}
    />
  )
}
