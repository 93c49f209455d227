import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react'
import type { MessageView } from '../../../shared/competition/discussion-view.ts'
import { limits } from '../../../shared/protocol/limits.ts'
import { Button } from '../../ui/button.tsx'
import { Link } from '../../ui/link.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { shortened } from './message.tsx'
import type { Outbox } from './outbox.ts'

export interface WriterProps {
  readonly outbox: Outbox
  /** The newest message that was read. */
  readonly newest: number
  /** What is being answered; null where nothing is. */
  readonly answered: MessageView | null
  readonly ref: RefObject<HTMLTextAreaElement | null>
}

/** Where one writes to the panel. What is typed stays with its row until it is sent. */
export function Writer({ outbox, newest, answered, ref }: WriterProps) {
  // A sent text leaves an empty field; a field is its own and written by nobody else.
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (turn > 0) ref.current?.focus()
  }, [turn, ref])

  function sendIt(): void {
    if (!outbox.send(newest)) return ref.current?.focus()
    setTurn(turn + 1)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    sendIt()
  }

  return (
    <div className="thread-writer">
      {answered && (
        <p className="thread-replying">
          <span>
            Replying to {answered.yours ? 'yourself' : answered.label}:{' '}
            <span className="thread-quote-inline">{shortened(answered.text ?? '')}</span>
          </span>
          <Link look="quiet" onClick={() => outbox.reply(null)}>
            Not a reply
          </Link>
        </p>
      )}
      <TextArea
        key={turn}
        ref={ref}
        label="Write to the panel"
        rows={2}
        most={limits.reasonLength}
        defaultValue={outbox.draft}
        onInput={(event) => outbox.type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Button onClick={sendIt}>Send</Button>
    </div>
  )
}
