import { useState } from 'react'
import { Link } from '../../ui/link.tsx'
import { counted } from '../../room/number-words.ts'
import type { Need } from '../needs.ts'

/** As many fit beside the steps without pushing the lines away. */
const most = 5

/** What waits for staff; where it is much, the first of it and a way to the rest. */
export function NeedsList({ needs }: { needs: readonly Need[] }) {
  const [whole, setWhole] = useState(false)
  if (needs.length === 0) {
    return (
      <p className="board-no-needs">
        Questions, conflicts to decide, seats that left and reviews to lock come up here.
      </p>
    )
  }
  const hidden = needs.length - most
  return (
    <ul className="board-needs">
      {(whole || hidden < 2 ? needs : needs.slice(0, most)).map(({ subject, href, sentence }) => (
        <li key={`${href} ${sentence}`}>
          <Link href={href}>{subject}</Link> {sentence}
        </li>
      ))}
      {hidden >= 2 && (
        <li>
          <Link aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? 'Show the first alone' : `And ${counted(hidden, 'more', 'more')}`}
          </Link>
        </li>
      )}
    </ul>
  )
}
