import { commentField } from '../../shared/form/fields.ts'
import { invitationalPriorities, type InvitationalPriority } from '../../shared/rubric/rubric.ts'
import { BoundTextArea } from '../live/bound-text-area.tsx'
import { Disclosure } from './disclosure.tsx'
import { counted } from './number-words.ts'
import type { OpenRoom } from './open-room.tsx'
import { SideBySide, Words } from './side-by-side.tsx'
import './priority-part.css'

/** What each seat wrote on the priorities that take a comment and nothing else; one's own to write until one signs. */
export function InvitationalComments({ room }: { room: OpenRoom }) {
  const priorities = invitationalPriorities(room.rubric)
  if (priorities.length === 0) return null
  return (
    <section aria-label="Invitational priorities">
      <Disclosure
        summary={`Comments on ${counted(priorities.length, 'invitational priority', 'invitational priorities')}`}
      >
        {priorities.map((priority) => (
          <Comments key={priority.id} room={room} priority={priority} />
        ))}
      </Disclosure>
    </section>
  )
}

function Comments({ room, priority }: { room: OpenRoom; priority: InvitationalPriority }) {
  const { columns, mine, document } = room
  const { id, title } = priority
  const writes = mine?.writable ?? false
  const field = commentField(id)
  return (
    <section className="priority-part priority-part-each" aria-labelledby={`comments-${id}`}>
      <h2 className="t-subheading" id={`comments-${id}`}>
        {id} {title}
      </h2>
      {mine && writes && (
        <div className="priority-part-own">
          <BoundTextArea
            key={`${document.copy} ${field}`}
            label="Your comment, if you have one"
            place={mine.place}
            field={field}
            rows={3}
          />
        </div>
      )}
      <SideBySide
        label={`Comments on ${id}`}
        columns={writes ? columns.filter(({ yours }) => !yours) : columns}
        names="h3"
      >
        {({ record }) => <Words text={record.comments[id] ?? ''} nothing="No comment." />}
      </SideBySide>
    </section>
  )
}
