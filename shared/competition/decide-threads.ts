import { limits } from '../protocol/limits.ts'
import type { CaseOf } from './decide.ts'
import type { NewEvent } from './event.ts'
import { refuse, type Refusal } from './refusal.ts'
import { inDiscussion, isTopic } from './talk.ts'

/** Writes to the panel on a row. Author and time are the server's: nobody writes as another. */
export function writeMessage({
  review,
  seat,
  command,
  rubric,
  keep,
}: CaseOf<'thread.write'>): readonly NewEvent[] | Refusal {
  const shut = inDiscussion(review, seat)
  if (shut) return shut
  const { row, text, replyTo } = command
  const { messages } = review.discussion
  if (!isTopic(rubric, row)) return refuse('malformed', `The rubric has no row ${row}.`)
  if (replyTo !== null && !messages.some((message) => message.id === replyTo && message.row === row))
    return refuse('malformed', 'There is no such message on this row.')
  if (messages.length >= limits.messages)
    return refuse('too-many', 'This panel has written all that one application can hold.')
  return [{ kind: 'thread.written', data: { review: review.id, row, text: keep(text), replyTo } }]
}

/** Changes one's own message; what stood there stays readable behind it. */
export function editMessage({
  review,
  person,
  seat,
  command,
  keep,
}: CaseOf<'thread.edit'>): readonly NewEvent[] | Refusal {
  const shut = inDiscussion(review, seat)
  if (shut) return shut
  const message = review.discussion.messages.find(({ id }) => id === command.message)
  if (!message) return refuse('out-of-turn', 'There is no such message.')
  if (message.by !== person.id) return refuse('not-yours', 'Only its author changes a message.')
  if (message.earlier.length >= mostEdits)
    return refuse('too-many', 'This message has been changed often. Write a new one.')
  return [
    {
      kind: 'thread.edited',
      data: { review: review.id, message: message.id, text: keep(command.text) },
    },
  ]
}

/** Each stays in the journal. */
const mostEdits = 20
