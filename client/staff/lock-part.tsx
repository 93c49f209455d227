import { useRef, useState } from 'react'
import type { ReviewView } from '../../shared/competition/view.ts'
import { useRubric } from '../live/read.ts'
import { Button } from '../ui/button.tsx'
import { canBeLocked } from './needs.ts'
import { LockDialog } from './lock-dialog.tsx'
import { decisionAndTotal } from './decision-and-total.ts'
import './lock-part.css'

interface LockPartProps {
  readonly review: ReviewView
  /** Whether the lock is asked for on this page. */
  readonly onLocking: (locking: boolean) => void
}

/** The lock before it is done: what it fixes, and what the panel still has to do for it. */
export function LockPart({ review, onLocking }: LockPartProps) {
  const [open, setOpen] = useState(false)
  const waits = useRef<HTMLHeadingElement>(null)
  const { applicant } = review.application
  const rubric = useRubric(review.rubric)
  if (review.lock) {
    return (
      <section className="lock-part" aria-labelledby="lock">
        <Head />
        <p role="status">{applicant} is being locked. Its record is being fixed.</p>
      </section>
    )
  }
  const waitsFor = stillToDo(review)
  return (
    <section className="lock-part" aria-labelledby="lock">
      <Head />
      <p className="lock-part-sentence">
        The lock fixes every signed form{decisionAndTotal(rubric)} under one hash. Nothing in {applicant}{' '}
        changes after it.
      </p>
      {canBeLocked(review) ? (
        <Button kind="primary" wide icon="lock" onClick={() => setOpen(true)}>
          Lock {applicant}
        </Button>
      ) : (
        <>
          <Button kind="cannotYet" wide onClick={() => waits.current?.focus()}>
            Lock {applicant}: not closed yet
          </Button>
          <div>
            <h3 ref={waits} tabIndex={-1} className="lock-part-waits">
              What comes first
            </h3>
            <ul className="lock-part-list">
              {waitsFor.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        </>
      )}
      <LockDialog review={review} open={open} onClose={() => setOpen(false)} onLocking={onLocking} />
    </section>
  )
}

function Head() {
  return (
    <h2 id="lock" className="lock-part-title">
      Lock
    </h2>
  )
}

/** What the panel lacks before the close, then the close itself. */
function stillToDo({ revealed, blockers }: ReviewView): readonly string[] {
  if (!blockers) return []
  const panel = revealed ? blockers.close : [...blockers.reveal, ...blockers.close]
  return [...panel, ...blockers.lock]
}
