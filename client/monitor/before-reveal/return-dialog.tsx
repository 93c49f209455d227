import type { ReviewView } from '../../../shared/competition/view.ts'
import { ReasonDialog } from '../../staff/reason-dialog.tsx'

interface ReturnDialogProps {
  readonly review: ReviewView
  readonly seat: number
  readonly label: string
  readonly open: boolean
  readonly onClose: () => void
}

/** Returns an attested form, after saying what may be asked for and what stays. */
export function ReturnDialog({ review, seat, label, open, onClose }: ReturnDialogProps) {
  return (
    <ReasonDialog
      open={open}
      onClose={onClose}
      title={`Return the form of ${label} for better comments?`}
      keep="Leave it as it is"
      answer="Return the form"
      command={(reason) => ({ kind: 'form.return', review: review.id, seat, reason })}
      done={`The form of ${label} is returned.`}
    >
      <p>
        A return asks for better comments, never for other points: those are {label}’s alone. {label} reads
        your reason, the form opens again for them, and the reveal waits until they are ready again.
      </p>
      <p>
        What they attested is kept in the record. Once they are ready again, whoever reads the form is told
        which points are no longer the same.
      </p>
    </ReasonDialog>
  )
}
