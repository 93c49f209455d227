import type { ReviewView } from '../../shared/competition/view.ts'
import { Refused } from '../room/refused.tsx'
import { useCommand } from '../room/use-command.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { ClockTime } from '../ui/clock-time.tsx'
import { Icon } from '../ui/icon.tsx'
import './staff-part.css'

interface CallPartProps {
  readonly review: ReviewView
  /** This part is about to go: the focus needs another place. */
  readonly onCome: () => void
}

/** The panel calls staff: who, since when and why, until somebody has come. Draws nothing where nobody calls. */
export function CallPart({ review, onCome }: CallPartProps) {
  const { pending, refused, run } = useCommand()
  const { call } = review
  if (!call) return null

  async function come(): Promise<void> {
    if (!(await run({ kind: 'call.end', review: review.id }))) return
    announce('The panel knows that you have come.')
    onCome()
  }

  return (
    <section className="staff-part" aria-labelledby="staff-call">
      <h2 id="staff-call" className="staff-part-title">
        <Icon name="hand" /> {call.by} calls you
      </h2>
      <blockquote className="staff-part-words">{call.reason}</blockquote>
      <p className="staff-part-sentence">
        Since <ClockTime at={call.at} />. The panel sees that you are called until you say that you have come.
      </p>
      <div>
        <Button kind="primary" pending={pending} onClick={() => void come()}>
          I have come
        </Button>
      </div>
      <Refused sentence={refused} />
    </section>
  )
}
