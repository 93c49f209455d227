import type { ProgressView } from '../../shared/competition/progress-view.ts'
import type { ReviewView } from '../../shared/competition/view.ts'
import { inSentence } from './in-sentence.ts'
import { ReasonDialog } from './reason-dialog.tsx'

interface UndoRecusalDialogProps {
  readonly review: ReviewView
  readonly person: ProgressView
  readonly open: boolean
  readonly onClose: () => void
}

/** Brings somebody back to a review, after saying what comes back with them. */
export function UndoRecusalDialog({ review, person, open, onClose }: UndoRecusalDialogProps) {
  const { applicant } = review.application
  const { label } = person
  return (
    <ReasonDialog
      open={open}
      onClose={onClose}
      title={`Bring ${inSentence(person)} back to ${applicant}?`}
      keep="Leave it"
      answer="Undo the recusal"
      command={(reason) => ({
        kind: 'conflict.decide',
        review: review.id,
        person: person.person,
        outcome: 'cleared',
        reason,
      })}
      done={`${label} is back on ${applicant}.`}
    >
      <p>
        {label} sees {applicant} again at once. {whatComesBack(review, person)}
      </p>
    </ReasonDialog>
  )
}

function whatComesBack({ revealed, closed }: ReviewView, { seat }: ProgressView): string {
  if (seat === null) return 'They lead this panel again.'
  if (!revealed) return 'Their form comes back as they left it, and the reveal waits until they are ready.'
  const again = closed ? 'The review opens again, and everybody signs again.' : 'Everybody signs again.'
  return `A column that they had in the room comes back into the mean and the vote. ${again}`
}
