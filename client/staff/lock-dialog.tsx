import type { ReviewView } from '../../shared/competition/view.ts'
import { useRubric } from '../live/read.ts'
import { Refused } from '../room/refused.tsx'
import { useCommand } from '../room/use-command.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { decisionAndTotal } from './decision-and-total.ts'

interface LockDialogProps {
  readonly review: ReviewView
  readonly open: boolean
  readonly onClose: () => void
  readonly onLocking: (locking: boolean) => void
}

/** Asks once more before the record is fixed for good. */
export function LockDialog({ review, open, onClose, onLocking }: LockDialogProps) {
  const { applicant } = review.application
  const { pending, refused, run } = useCommand()
  const rubric = useRubric(review.rubric)

  async function lock(): Promise<void> {
    onLocking(true)
    const done = await run({ kind: 'review.lock', review: review.id })
    onLocking(done)
    if (!done) return
    announce(`${applicant} is locked.`)
    onClose()
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      grave
      title={`Lock ${applicant}?`}
      answers={
        <>
          <Button onClick={onClose}>Not yet</Button>
          <Button kind="primary" pending={pending} onClick={() => void lock()}>
            Lock {applicant}
          </Button>
        </>
      }
    >
      <p>
        Every signed form, every change with its reason{decisionAndTotal(rubric)} become the record, with its
        hash, your seat and the time. Nothing in it changes any more, and nobody can undo it here.
      </p>
      {(review.absolute ?? []).length > 0 && (
        <p>
          Whoever has not answered on the absolute priority since the close then stands by their signed form.
        </p>
      )}
      <p>What somebody types from then on is kept for them and for staff, and is not counted.</p>
      <Refused sentence={refused} />
    </Dialog>
  )
}
