import { useRef, useState } from 'react'
import type { ReviewView } from '../../shared/competition/view.ts'
import { Refused } from '../room/refused.tsx'
import { useCommand } from '../room/use-command.ts'
import { counted } from '../room/number-words.ts'
import { announce } from '../ui/announce.tsx'
import { Blockers } from '../ui/blockers.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import './reveal-controls.css'

/** What the reveal waits for, and the reveal. */
export function RevealControls({ review }: { review: ReviewView }) {
  const { applicant } = review.application
  const [asking, setAsking] = useState(false)
  const { pending, refused, run } = useCommand()
  const missing = useRef<HTMLDivElement>(null)
  const blockers = review.blockers?.reveal ?? []

  async function reveal(): Promise<void> {
    if (!(await run({ kind: 'review.reveal', review: review.id }))) return
    setAsking(false)
    announce(`The scores of ${applicant} are revealed.`)
  }

  return (
    <div className="reveal">
      <h2 className="t-heading">Reveal</h2>
      <p className="second">
        Each reviewer’s points and comments are shown to the whole panel and to you, all at the same moment.
        Until then nobody sees another’s.
      </p>
      <div ref={missing} tabIndex={-1}>
        <Blockers title="Not yet" things={blockers.map((sentence) => ({ sentence }))} />
      </div>
      {blockers.length === 0 ? (
        <Button kind="primary" wide onClick={() => setAsking(true)}>
          Reveal {applicant}
        </Button>
      ) : (
        <Button kind="cannotYet" wide onClick={() => missing.current?.focus()}>
          {waitsFor(review, blockers.length)}
        </Button>
      )}
      <Refused sentence={asking ? null : refused} />
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Reveal ${applicant}?`}
        answers={
          <>
            <Button onClick={() => setAsking(false)}>Not yet</Button>
            <Button kind="primary" pending={pending} onClick={() => void reveal()}>
              Reveal now
            </Button>
          </>
        }
      >
        <p>
          Nobody can take back “ready” after it, and a reveal cannot be undone. What each attested stays
          beside every later change.
        </p>
        <Refused sentence={refused} />
      </Dialog>
    </div>
  )
}

/** "Reveal: 2 reviewers not ready", or that staff decide first, where that is all it waits for. */
function waitsFor({ thin }: ReviewView, blockers: number): string {
  const waiting = thin ? blockers - 1 : blockers
  return waiting === 0 ? 'Reveal: staff decide first' : `Reveal: ${counted(waiting, 'reviewer')} not ready`
}
