import { useState } from 'react'
import type { MessageView } from '../../../shared/competition/discussion-view.ts'
import { ClockTime } from '../../ui/clock-time.tsx'
import { Link } from '../../ui/link.tsx'
import { MonitorMark, ReviewerMark } from '../../ui/reviewer-mark.tsx'
import { takenOutWords } from '../discussion/discussion-words.ts'
import { EditMessage } from './edit-message.tsx'
import type { Edited } from './kept-messages.ts'
import type { Outbox } from './outbox.ts'

export interface MessageProps {
  readonly review: string
  readonly message: MessageView
  /** What it answers; null where it answers nothing. */
  readonly answered: MessageView | null
  readonly outbox: Outbox
  /** The change of it that is not saved yet. */
  readonly edit: Edited | undefined
  /** Left away where nobody writes any more. */
  readonly onReply?: (() => void) | undefined
  readonly writes: boolean
}

/** One message: whose it is, when it came to the server, what it answers, and what stood there before. */
export function Message({ review, message, answered, outbox, edit, onReply, writes }: MessageProps) {
  const { id, seat, label, yours, at, text, earlier } = message
  const [before, setBefore] = useState(false)
  const [pressed, setPressed] = useState(false)
  const editing = writes && edit !== undefined && text !== null
  const name = yours ? 'You' : label
  return (
    <li className="thread-message" data-yours={yours || undefined} id={`message-${id}`}>
      {text === null ? <span /> : <AuthorMark seat={seat} yours={yours} />}
      <div className="thread-message-words">
        <p className="thread-message-head">
          <strong>{name}</strong> <ClockTime at={at} />
          {answered && (
            <span className="thread-message-to"> to {answered.yours ? 'you' : answered.label}</span>
          )}
        </p>
        {answered && answered.text !== null && <p className="thread-quote">{shortened(answered.text)}</p>}
        {editing ? (
          <EditMessage review={review} message={id} edit={edit} outbox={outbox} pressed={pressed} />
        ) : text === null ? (
          <p className="third">{takenOutWords(message)}</p>
        ) : (
          <p className="thread-text">{text}</p>
        )}
        {!editing && text !== null && (
          <p className="thread-message-acts">
            {onReply && (
              <Link look="quiet" aria-label={`Reply to ${yours ? 'yourself' : label}`} onClick={onReply}>
                Reply
              </Link>
            )}
            {writes && yours && (
              <Link
                look="quiet"
                aria-label="Edit your message"
                onClick={() => {
                  setPressed(true)
                  outbox.edit(id, text)
                }}
              >
                Edit
              </Link>
            )}
            {earlier.length > 0 && (
              <Link look="quiet" aria-expanded={before} onClick={() => setBefore(!before)}>
                Edited, {before ? 'hide earlier text' : 'earlier text'}
              </Link>
            )}
          </p>
        )}
        {before && (
          <ul className="thread-earlier" aria-label="Earlier text">
            {earlier.map((was) => (
              <li key={was.until}>
                <del>{was.text}</del>{' '}
                <span className="third">
                  until <ClockTime at={was.until} precision="second" />
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}

/** The mark of whoever wrote: a seat's number, or the monitor's plate. */
export function AuthorMark({ seat, yours }: { readonly seat: number | null; readonly yours: boolean }) {
  return seat === null ? <MonitorMark /> : <ReviewerMark number={seat} yours={yours} />
}

/** The beginning of a text, to say which one is answered. */
export function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length <= 80 ? line : `${line.slice(0, 79).trimEnd()}…`
}
