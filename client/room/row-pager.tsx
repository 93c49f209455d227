import { useState } from 'react'
import { rowsOf } from '../../shared/rubric/rubric.ts'
import { reviewPath } from '../pages.ts'
import { ButtonLink } from '../ui/button.tsx'
import { BackToRows } from './back-to-rows.tsx'
import { LookingHere } from './discussion/looking-here.tsx'
import type { OpenRoom } from './open-room.tsx'
import { groupRows, lineChoice, orderChoices, useListed } from './row-order.ts'
import { rowScores } from './row-scores.ts'
import './row-pager.css'

/** Back to all rows, and on to the next: in the order in which the list last showed them, which does not move meanwhile. */
export function RowPager({ room, row }: { room: OpenRoom; row: string }) {
  const { review, rubric, columns } = room
  const { flags } = room.view.competition.rules
  const listed = useListed(review.id)
  const [fresh] = useState(() => {
    const rows = rowsOf(rubric).map((each) => rowScores(rubric, each, columns, flags))
    return groupRows(rows, listed.choice, rubric).flatMap((group) => group.rows)
  })
  const order = listed.rows.length > 0 ? listed.rows : fresh
  const at = order.indexOf(row)
  const choice = [...orderChoices, lineChoice]
    .find(({ value }) => value === listed.choice)
    ?.label.toLowerCase()
  return (
    <nav className="row-pager" aria-label="Rows">
      <BackToRows room={room} />
      <p className="row-pager-place">
        {at + 1} of {order.length}, {choice}
      </p>
      <LookingHere review={review.id} row={row} />
      <Turn review={review.id} to={order[at - 1]} word="Previous row" />
      <Turn review={review.id} to={order[at + 1]} word="Next row" />
    </nav>
  )
}

/** At an end the place stays empty, so that the other one does not move. */
function Turn({
  review,
  to,
  word,
}: {
  review: string
  to: string | undefined
  word: 'Previous row' | 'Next row'
}) {
  const next = word === 'Next row'
  return (
    <span className="row-pager-turn">
      {to !== undefined && (
        <ButtonLink
          size="small"
          href={reviewPath(review, 'room', to)}
          icon={next ? undefined : 'chevron-left'}
          iconAfter={next ? 'chevron-right' : undefined}
          aria-label={`${word}, ${to}`}
        >
          {to}
        </ButtonLink>
      )}
    </span>
  )
}
