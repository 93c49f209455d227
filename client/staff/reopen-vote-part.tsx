import { useState } from 'react'
import type { ReviewView } from '../../shared/competition/view.ts'
import { Button } from '../ui/button.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import './staff-part.css'

/**
 * The closed vote of a panel, which staff alone can open again. Staff do not know before the lock whether there was one, so it is
 * offered as what it is if there was. Draws nothing before the final scores, and from the lock on.
 */
export function ReopenVotePart({ review }: { review: ReviewView }) {
  const [open, setOpen] = useState(false)
  if (review.lock || review.step !== 'final') return null
  const { applicant } = review.application
  return (
    <section className="staff-part" aria-labelledby="staff-vote">
      <h2 id="staff-vote" className="staff-part-title">
        The panel’s vote
      </h2>
      <p className="staff-part-sentence">
        If this panel voted, its vote stays closed unless you open it again. Then everybody votes anew and
        signs anew. Where all answered alike there was no vote, and none to open.
      </p>
      <div>
        <Button onClick={() => setOpen(true)}>Open a closed vote again</Button>
      </div>
      <ReasonDialog
        open={open}
        onClose={() => setOpen(false)}
        title={`Open the vote on ${applicant} again?`}
        keep="Leave it closed"
        answer="Open the vote again"
        removing
        command={(reason) => ({ kind: 'vote.reopen', review: review.id, reason })}
        done={`The vote on ${applicant} is open again.`}
      >
        <p>
          Every vote and every signature on {applicant} is void from that moment on
          {review.closed && ', and the review is no longer closed'}. The panel reads your reason, votes anew
          and signs anew. What was voted and signed before stays in the record. This cannot be undone.
        </p>
      </ReasonDialog>
    </section>
  )
}
