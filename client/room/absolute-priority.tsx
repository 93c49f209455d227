import { reasonsField } from '../../shared/form/fields.ts'
import { setAnswer } from '../../shared/form/edits.ts'
import type { Answer } from '../../shared/form/form-record.ts'
import type { AbsolutePriority as Priority } from '../../shared/rubric/rubric.ts'
import { BoundTextArea } from '../live/bound-text-area.tsx'
import { Answers } from '../reviewer/answers.tsx'
import { priorityAnswer } from '../reviewer/priority-words.ts'
import { Wording } from '../reviewer/wording.tsx'
import { ChangedValue } from '../ui/changed-value.tsx'
import { Choice } from '../ui/choice.tsx'
import { AbsoluteAnswer } from './absolute-answer.tsx'
import { Disclosure } from './disclosure.tsx'
import type { MyColumn, OpenRoom } from './open-room.tsx'
import { SideBySide, Words } from './side-by-side.tsx'
import './priority-part.css'

export interface AbsolutePriorityProps {
  readonly room: OpenRoom
  readonly priority: Priority
}

/**
 * Met or not met, as each seat says for itself, with reasons: in one's own column until one signs, and once more after the close.
 * Nobody's count is drawn.
 */
export function AbsolutePriority({ room, priority }: AbsolutePriorityProps) {
  const { columns, mine, review } = room
  const closed = review.absolute?.find((each) => each.priority === priority.id)
  const writes = mine?.writable ? mine : null
  return (
    <section className="priority-part" aria-labelledby="absolute-priority">
      <h2 className="t-heading" id="absolute-priority">
        Absolute priority
      </h2>
      <p className="priority-part-words">
        {priority.title}. Each reviewer says whether it is met, and why. The notice gives no majority rule for
        it: the selecting official decides, in writing.
      </p>
      <Disclosure summary={`What ${priority.id} asks`}>
        <Wording summary={priority.summary} parts={[]} />
      </Disclosure>
      <Answers item={priority.id} />
      {closed && <AbsoluteAnswer review={review} absolute={closed} column={mine?.column ?? null} />}
      {writes && <Own room={room} mine={writes} priority={priority} />}
      <SideBySide
        label="What each says on the absolute priority"
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
    </section>
  )
}

interface OwnProps extends AbsolutePriorityProps {
  readonly mine: MyColumn
}

function Own({ room, mine: { column, place }, priority: { id } }: OwnProps) {
  const field = reasonsField(id)
  return (
    <div className="priority-part-own" data-priority={id}>
      <Choice<Answer>
        label="Your own determination"
        across
        value={column.record.determinations[id]?.answer ?? null}
        options={[
          { value: 'yes', label: 'Met' },
          { value: 'no', label: 'Not met' },
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
