import type { ReviewView } from '../../shared/competition/view.ts'
import { votedPriority } from '../../shared/rubric/rubric.ts'
import { useView } from '../live/connection.ts'
import { useRubric } from '../live/read.ts'
import { votedName } from './effects/effect-words.ts'
import { ReasonDialog } from './reason-dialog.tsx'

interface ExcuseDialogProps {
  readonly review: ReviewView
  readonly seat: number
  readonly label: string
  readonly open: boolean
  readonly onClose: () => void
}

/** Lets the panel go on without a seat, after saying what that does to the vote and to the mean. */
export function ExcuseDialog({ review, seat, label, open, onClose }: ExcuseDialogProps) {
  const { applicant } = review.application
  const counts = useView()?.competition.rules.excusedCounts ?? true
  const rubric = useRubric(review.rubric)
  const voted = rubric.is === 'read' && votedPriority(rubric.value) ? votedName(rubric.value) : null
  const votes = voted !== null && counts ? ` still counts as a seat in the ${voted} vote and` : ''
  return (
    <ReasonDialog
      open={open}
      onClose={onClose}
      title={`Excuse ${label} from ${applicant}?`}
      keep={`Keep ${label}`}
      answer={`Excuse ${label}`}
      removing
      command={(reason) => ({ kind: 'seat.excuse', review: review.id, seat, reason })}
      done={`${label} is excused from ${applicant}.`}
    >
      <p>
        The panel goes on without waiting for {label}. The seat{votes} is out of the mean.{' '}
        {review.revealed
          ? 'The column stays in the room and can no longer be written.'
          : 'The form can no longer be written, and it is not revealed.'}{' '}
        This cannot be undone.
      </p>
    </ReasonDialog>
  )
}
