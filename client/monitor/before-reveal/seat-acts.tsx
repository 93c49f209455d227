import { useState } from 'react'
import type { ProgressView } from '../../../shared/competition/progress-view.ts'
import type { ReviewView } from '../../../shared/competition/view.ts'
import { reviewPath } from '../../pages.ts'
import { Refused } from '../../room/refused.tsx'
import { useCommand } from '../../room/use-command.ts'
import { announce } from '../../ui/announce.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ClockTime } from '../../ui/clock-time.tsx'
import { ReturnDialog } from './return-dialog.tsx'

interface SeatActsProps {
  readonly review: ReviewView
  readonly person: ProgressView
  /** Whether the competition lets monitors read attested forms. */
  readonly reads: boolean
}

/** What a monitor can ask of a seat: how far it is until it is ready, then better comments; and its form to prepare from. */
export function SeatActs({ review, person, reads }: SeatActsProps) {
  const { seat, conflict, excused, ready } = person
  const certified = conflict === 'certified' || conflict === 'cleared'
  if (seat === null || !certified || excused) return null
  if (!ready) return <AskHowFar review={review} person={person} seat={seat} />
  return (
    <>
      {reads && (
        <ButtonLink
          kind="quiet"
          size="small"
          href={reviewPath(review.id, 'board', `${seat}`)}
          aria-label={`Read form of ${person.label}`}
        >
          Read form
        </ButtonLink>
      )}
      <Return review={review} person={person} seat={seat} kind="quiet" />
    </>
  )
}

interface SeatActProps {
  readonly review: ReviewView
  readonly person: ProgressView
  readonly seat: number
}

/** Asks a reviewer how far they are; says when that was last done. */
export function AskHowFar({ review, person, seat }: SeatActProps) {
  const { pending, refused, run } = useCommand()
  const { label, nudgedAt } = person

  async function ask(): Promise<void> {
    if (await run({ kind: 'seat.nudge', review: review.id, seat })) announce(`${label} is asked.`)
  }

  return (
    <>
      {nudgedAt !== null && (
        <span className="progress-note">
          asked <ClockTime at={nudgedAt} />
        </span>
      )}
      <Button
        kind="quiet"
        size="small"
        pending={pending}
        aria-label={`${nudgedAt === null ? 'Ask how far' : 'Ask again how far'} ${label} is`}
        onClick={() => void ask()}
      >
        {nudgedAt === null ? 'Ask how far' : 'Ask again'}
      </Button>
      <Refused sentence={refused} />
    </>
  )
}

/** Asks for better comments on an attested form. */
export function Return({ review, person, seat, kind }: SeatActProps & { readonly kind: 'quiet' | 'plain' }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        kind={kind}
        size="small"
        aria-label={`Return for better comments: the form of ${person.label}`}
        onClick={() => setOpen(true)}
      >
        {kind === 'quiet' ? 'Return' : 'Return for better comments'}
      </Button>
      <ReturnDialog
        review={review}
        label={person.label}
        seat={seat}
        open={open}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
