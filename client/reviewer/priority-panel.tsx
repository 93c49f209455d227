import type { ReviewView } from '../../shared/competition/view.ts'
import { setAnswer, type Place } from '../../shared/form/edits.ts'
import { commentField, reasonsField } from '../../shared/form/fields.ts'
import type { Answer, FormRecord } from '../../shared/form/form-record.ts'
import type { Priority, Rubric } from '../../shared/rubric/rubric.ts'
import { pointsInWords, type Scaled } from '../../shared/rubric/told-points.ts'
import { BoundTextArea } from '../live/bound-text-area.tsx'
import { Choice } from '../ui/choice.tsx'
import { Answers } from './answers.tsx'
import { AskStaff } from './ask-staff.tsx'
import { answerWords } from './priority-words.ts'
import { PriorityWording } from './priority-wording.tsx'
import './row-panel.css'

interface PriorityPanelProps {
  readonly review: ReviewView
  readonly rubric: Rubric
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
export function PriorityPanel({
  review,
  rubric,
  priority,
  record,
  place,
  copy,
  readOnly,
}: PriorityPanelProps) {
  const { id, kind, title } = priority
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
      <PriorityWording priority={priority} />
      <Answers item={id} />
      {kind !== 'invitational' && (
        <div className="row-panel-points">
          <Choice<Answer>
            label="Your own determination"
            across
            disabled={readOnly}
            value={record.determinations[id]?.answer ?? null}
            options={optionsOf(rubric, priority)}
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
      {kind !== 'invitational' && <AskStaff key={id} review={review} item={id} kind="priority" />}
    </div>
  )
}

function optionsOf(
  rubric: Scaled,
  priority: Priority,
): readonly { value: Answer; label: string; hint?: string }[] {
  const { yes, no } = answerWords(priority)
  if (priority.kind !== 'competitive')
    return [
      { value: 'yes', label: yes },
      { value: 'no', label: no },
    ]
  return [
    { value: 'yes', label: yes, hint: `It should have the ${pointsInWords(rubric, priority.points)}.` },
    { value: 'no', label: no, hint: 'It should not.' },
  ]
}
