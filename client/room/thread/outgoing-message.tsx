import { Link } from '../../ui/link.tsx'
import { useLine } from '../../live/connection.ts'
import { AuthorMark } from './message.tsx'
import type { Outgoing } from './kept-messages.ts'
import type { Outbox } from './outbox.ts'

export interface OutgoingMessageProps {
  readonly message: Outgoing
  readonly outbox: Outbox
  /** Of whoever writes; null for the monitor. */
  readonly seat: number | null
}

/** A message of one's own that the server has not confirmed: on its way, waiting for a line, or refused with why. */
export function OutgoingMessage({ message, outbox, seat }: OutgoingMessageProps) {
  const { key, text, refused } = message
  const offline = useLine() !== 'online'
  return (
    <li className="thread-message" data-yours data-outgoing>
      <AuthorMark seat={seat} yours />
      <div className="thread-message-words">
        <p className="thread-message-head">
          <strong>You</strong> <span className="third">{howFar(message, offline)}</span>
        </p>
        <p className="thread-text">{text}</p>
        {refused !== null && (
          <p className="thread-message-acts" role="alert">
            <span className="thread-refused">{refused}</span>
            <Link look="quiet" onClick={() => outbox.again(key)}>
              Send again
            </Link>
            <Link look="quiet" onClick={() => outbox.remove(key)}>
              Remove
            </Link>
          </p>
        )}
      </div>
    </li>
  )
}

function howFar({ refused, done }: Outgoing, offline: boolean): string {
  if (refused !== null) return 'not sent'
  if (done) return 'on the server'
  return offline ? 'waits for a line' : 'on its way'
}
