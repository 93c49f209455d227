import { useRef } from 'react'
import type { ReviewView } from '../../../shared/competition/view.ts'
import { announce } from '../../ui/announce.tsx'
import { Link } from '../../ui/link.tsx'
import { topicName } from '../discussion/discussion-words.ts'
import type { Unsent } from './kept-messages.ts'
import { putAway, useUnsent } from './outbox.ts'
import './thread.css'

/**
 * What one had typed to the panel when the review was closed: it cannot be sent any more, and lies in this tab alone. Draws nothing
 * before the close.
 */
export function NotSent({ review }: { readonly review: ReviewView }) {
  const unsent = useUnsent(review.id)
  if (review.closed === null || unsent.length === 0) return null
  return (
    <section className="thread-unsent" aria-label="Not sent">
      <p className="second">The review is closed. This is only in this tab: copy what you need.</p>
      <ul>
        {unsent.map((piece) => (
          <Piece key={`${piece.row} ${piece.is} ${piece.key}`} review={review.id} piece={piece} />
        ))}
      </ul>
    </section>
  )
}

function Piece({ review, piece }: { readonly review: string; readonly piece: Unsent }) {
  const words = useRef<HTMLParagraphElement>(null)
  const { row, text, is, why } = piece
  return (
    <li>
      <p className="thread-message-head">
        <strong>{is === 'edit' ? 'Change not saved' : 'Not sent'}</strong> on {topicName(row)}:
      </p>
      <p className="thread-text" ref={words}>
        {text}
      </p>
      {why !== null && <p className="thread-refused">{why}</p>}
      <p className="thread-message-acts">
        <Link look="quiet" onClick={() => void copy(text, words.current)}>
          Copy
        </Link>
        <Link look="quiet" onClick={() => putAway(review, piece)}>
          Put away
        </Link>
      </p>
    </li>
  )
}

/** Where the browser lets no page copy, the text is selected, to be copied by hand. */
async function copy(text: string, element: HTMLElement | null): Promise<void> {
  const copied = await copying(text)
  if (!copied && element) getSelection()?.selectAllChildren(element)
  announce(copied ? 'Copied.' : 'It is selected: copy it with your keyboard.')
}

/** A page that is not served over HTTPS has no clipboard at all. */
function copying(text: string): Promise<boolean> {
  if (!('clipboard' in navigator)) return Promise.resolve(false)
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
}
