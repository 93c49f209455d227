import type { ReviewView } from '../../shared/competition/view.ts'
import { setAnswer, type Place } from '../../shared/form/edits.ts'
import { commentField, reasonsField } from '../../shared/form/fields.ts'
import type { Answer, FormRecord } from '../../shared/form/form-record.ts'
import type { Priority } from '../../shared/rubric/rubric.ts'
import { BoundTextArea } from '../live/bound-text-area.tsx'
import { Choice } from '../ui/choice.tsx'
import { Answers } from './answers.tsx'
import { AskStaff } from './ask-staff.tsx'
import { Wording } from './wording.tsx'
import './row-panel.css'

interface PriorityPanelProps {
  readonly review: ReviewView
  readonly priority: Priority
  readonly record: FormRecord
  readonly place: Place
  readonly copy: number
  readonly readOnly: boolean
}

const kinds = {
  absolute: 'Absolute priority',
  competitive: 'Competitive preference priority',
  invitational: 'Invitational priority, for comment only',
  judged: 'Judged with reasons, without points',
} as const

/** One priority: an own determination with reasons, or a comment where only that is asked. */
export function PriorityPanel({ review, priority, record, place, copy, readOnly }: PriorityPanelProps) {
  const { id, kind, title, summary } = priority
  const field = kind === 'invitational' ? commentField(id) : reasonsField(id)
  return (
    <div className="row-panel" role="group" aria-labelledby="row-title">
      <header>
        <p className="row-panel-place">
          <strong>{id}</strong> {kinds[kind]}
        </p>
        <h1 className="t-title" id="row-title" tabIndex={-1}>
          {title}
        </h1>
      </header>
      <Wording summary={summary} parts={priority.kind === 'competitive' ? priority.parts : []} />
      <Answers item={id} />
      {kind !== 'invitational' && (
        <div className="row-panel-points">
          <Choice<Answer>
            label="Your own determination"
            across
            disabled={readOnly}
            value={record.determinations[id]?.answer ?? null}
            options={optionsOf(priority)}
            onChange={(answer) => setAnswer(place, id, answer)}
          />
        </div>
      )}
      <BoundTextArea
        key={`${copy} ${field}`}
        label={kind === 'invitational' ? 'Comment, if you have one' : 'Your reasons'}
        place={place}
        field={field}
        readOnly={readOnly}
      />
      {kind !== 'invitational' && <AskStaff key={id} review={review} item={id} />}
    </div>
  )
}

function optionsOf({ kind, points }: Priority): readonly { value: Answer; label: string; hint?: string }[] {
  if (kind === 'absolute') {
    return [
      { value: 'yes', label: 'Met' },
      { value: 'no', label: 'Not met' },
    ]
  }
  return [
    { value: 'yes', label: 'Yes', hint: `It should have the ${points} points.` },
    { value: 'no', label: 'No', hint: 'It should not.' },
  ]
}
