import { reasonsField } from '../../shared/form/fields.ts'
import { setAnswer } from '../../shared/form/edits.ts'
import type { Answer } from '../../shared/form/form-record.ts'
import type { AbsolutePriority, JudgedPriority } from '../../shared/rubric/rubric.ts'
import { BoundTextArea } from '../live/bound-text-area.tsx'
import { answerWords, priorityAnswer } from '../reviewer/priority-words.ts'
import { ChangedValue } from '../ui/changed-value.tsx'
import { Choice } from '../ui/choice.tsx'
import type { MyColumn, OpenRoom } from './open-room.tsx'
import { SideBySide, Words } from './side-by-side.tsx'

interface PriorityAnswersProps {
  readonly room: OpenRoom
  readonly priority: AbsolutePriority | JudgedPriority
  /** What the answers stand under: "What each says on the absolute priority". */
  readonly label: string
}

/** What each seat says on a priority, with reasons; one's own to answer until one signs. Nobody's count is drawn. */
export function PriorityAnswers({ room, priority, label }: PriorityAnswersProps) {
  const { columns, mine } = room
  const writes = mine?.writable ? mine : null
  return (
    <>
      {writes && <Own room={room} mine={writes} priority={priority} />}
      <SideBySide
        label={label}
        columns={writes ? columns.filter(({ yours }) => !yours) : columns}
        names="h3"
        head={({ record, yours }) => (
          <ChangedValue size="body" value={priorityAnswer(record, priority)} yours={yours} />
        )}
      >
        {({ record, excused }) => (
          <>
            {excused && <p className="side-by-side-note">Excused by staff.</p>}
            <Words text={record.determinations[priority.id]?.reasons ?? ''} nothing="No reasons written." />
          </>
        )}
      </SideBySide>
    </>
  )
}

interface OwnProps extends Omit<PriorityAnswersProps, 'label'> {
  readonly mine: MyColumn
}

function Own({ room, mine: { column, place }, priority }: OwnProps) {
  const { id } = priority
  const field = reasonsField(id)
  const { yes, no } = answerWords(priority)
  return (
    <div className="priority-part-own" data-priority={id}>
      <Choice<Answer>
        label="Your own determination"
        across
        value={column.record.determinations[id]?.answer ?? null}
        options={[
          { value: 'yes', label: yes },
          { value: 'no', label: no },
        ]}
        onChange={(answer) => setAnswer(place, id, answer)}
      />
      <BoundTextArea
        key={`${room.document.copy} ${field}`}
        label="Your reasons"
        place={place}
        field={field}
        rows={4}
      />
    </div>
  )
}
