import { useEffect, useRef } from 'react'
import type { MessageView } from '../../../shared/competition/discussion-view.ts'
import type { ReviewView } from '../../../shared/competition/view.ts'
import type { Reading } from '../../live/read.ts'
import { announce } from '../../ui/announce.tsx'
import { Link } from '../../ui/link.tsx'
import { Message } from './message.tsx'
import { NotSent } from './not-sent.tsx'
import { OutgoingMessage } from './outgoing-message.tsx'
import { stillOutgoing, useOutbox } from './outbox.ts'
import { useThread } from './use-thread.ts'
import { Writer } from './writer.tsx'
import './thread.css'

export interface ThreadProps {
  readonly review: ReviewView
  readonly row: string
}

/** What the panel writes to each other on a row, in the order in which it came to the server, and where one writes oneself. */
export function Thread({ review, row }: ThreadProps) {
  const reading = useThread(review, row)
  const outbox = useOutbox(review.id, row)
  const field = useRef<HTMLTextAreaElement>(null)
  const messages = reading.is === 'read' ? reading.value : []
  const still = stillOutgoing(outbox.outgoing, messages)
  const writes = review.discussion !== null && review.closed === null
  // What the close has overtaken cannot be sent again.
  const outgoing = writes ? still : still.filter(({ refused }) => refused === null)
  const newest = messages.at(-1)?.id ?? 0
  useToldOfNew(reading, row)
  const came = outbox.outgoing.find((message) => message.refused !== null && !still.includes(message))
  useEffect(() => {
    if (came) outbox.arrived(came.key)
  })

  const reply = (to: number): void => {
    outbox.reply(to)
    field.current?.focus()
  }
  return (
    <section className="thread" aria-labelledby="thread-title">
      <header className="thread-head">
        <h2 className="t-heading" id="thread-title">
          Thread
        </h2>
        <p>{messages.length === 0 ? `Nothing yet on ${row}` : `${messages.length} on this row`}</p>
      </header>
      {reading.is === 'reading' && <p className="third">Reading the thread.</p>}
      {reading.is === 'failed' && (
        <p className="thread-failed">
          {reading.sentence} <Link onClick={reading.again}>Try again</Link>
        </p>
      )}
      {(messages.length > 0 || outgoing.length > 0) && (
        <ol className="thread-list" aria-label={`Messages on ${row}`}>
          {messages.map((message) => (
            <Message
              key={message.id}
              review={review.id}
              message={message}
              answered={messages.find(({ id }) => id === message.replyTo) ?? null}
              outbox={outbox}
              edit={outbox.edits[message.id]}
              onReply={writes ? () => reply(message.id) : undefined}
              writes={writes}
            />
          ))}
          {outgoing.map((message) => (
            <OutgoingMessage
              key={`out ${message.key}`}
              message={message}
              outbox={outbox}
              seat={review.mine?.seat ?? null}
            />
          ))}
        </ol>
      )}
      <NotSent review={review} />
      {writes && (
        <Writer
          key={row}
          ref={field}
          outbox={outbox}
          newest={newest}
          answered={messages.find(({ id }) => id === outbox.replyTo) ?? null}
        />
      )}
    </section>
  )
}

/** That others have written is said, once the thread that was there has been read. */
function useToldOfNew(reading: Reading<readonly MessageView[]>, row: string): void {
  const known = useRef<{ row: string; newest: number } | null>(null)
  useEffect(() => {
    if (reading.is !== 'read') return
    const before = known.current
    known.current = { row, newest: reading.value.at(-1)?.id ?? 0 }
    if (before?.row !== row) return
    for (const { id, label, yours } of reading.value)
      if (id > before.newest && !yours) announce(`${label} wrote on ${row}.`)
  }, [reading, row])
}
