import type { ReviewView } from '../../shared/competition/view.ts'
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
        The panel goes on without waiting for {label}. The seat still counts as a seat in the STEM vote and is
        out of the mean.{' '}
        {review.revealed
          ? 'The column stays in the room and can no longer be written.'
          : 'The form can no longer be written, and it is not revealed.'}{' '}
        This cannot be undone.
      </p>
    </ReasonDialog>
  )
}
