import { useState } from 'react'
import { whenSaved } from '../../live/documents.ts'
import { announce } from '../../ui/announce.tsx'
import { Button } from '../../ui/button.tsx'
import { ClockTime } from '../../ui/clock-time.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ReviewerMark } from '../../ui/reviewer-mark.tsx'
import type { MyColumn, OpenRoom } from '../open-room.tsx'
import { Refused } from '../refused.tsx'
import { columnName } from '../room-columns.ts'
import { useCommand } from '../use-command.ts'
import { agreeCount, type Agreeing, type SummaryStanding } from './summary-standing.ts'
import './agreement.css'

export interface AgreementProps {
  readonly room: OpenRoom
  readonly standing: SummaryStanding
}

/** Who agrees with the summary as it stands, and one's own agreement. */
export function Agreement({ room, standing }: AgreementProps) {
  const { mine, review } = room
  const own = standing.seats.find(({ column }) => column.yours)
  return (
    <section className="agreement" aria-labelledby="agreement">
      <h2 className="t-heading" id="agreement">
        {agreeCount(standing)} of {standing.seats.length} agree
      </h2>
      <ul className="agreement-seats">
        {standing.seats.map(({ column, agreeing }) => (
          <li key={column.seat} className="agreement-seat" data-is={agreeing.is}>
            <ReviewerMark number={column.seat} yours={column.yours} />
            <span>{columnName(column)}</span>
            <span className="agreement-how">
              <How agreeing={agreeing} />
            </span>
          </li>
        ))}
      </ul>
      {mine && own && review.summary?.writable && (
        <OwnAgreement room={room} mine={mine} standing={standing} agreeing={own.agreeing} />
      )}
    </section>
  )
}

function How({ agreeing }: { agreeing: Agreeing }) {
  if (agreeing.is === 'not') return 'not yet'
  if (agreeing.is === 'agreedEarlier') {
    return (
      <>
        agreed to an earlier text or score, <ClockTime at={agreeing.at} />
      </>
    )
  }
  return (
    <>
      <Icon name="check" size="small" /> agrees, <ClockTime at={agreeing.at} />
    </>
  )
}

interface OwnAgreementProps extends AgreementProps {
  readonly mine: MyColumn
  readonly agreeing: Agreeing
}

function OwnAgreement({ room, standing, agreeing }: OwnAgreementProps) {
  const { review, document } = room
  const { hash } = standing
  const criterion = standing.criterion.id
  const { pending, refused, run } = useCommand()
  const [waiting, setWaiting] = useState(false)
  const agrees = agreeing.is === 'agrees'

  /** To what stood on the screen at the press: what has come meanwhile is not agreed to unread, and the server then refuses. */
  async function agree(seen: string): Promise<void> {
    setWaiting(true)
    await whenSaved(document.name)
    setWaiting(false)
    const done = await run({ kind: 'summary.agree', review: review.id, criterion, hash: seen })
    if (done) announce('You agree with this summary.')
  }

  return (
    <div className="agreement-own">
      {agrees ? (
        <Button
          pending={pending}
          onClick={() => void run({ kind: 'summary.withdraw', review: review.id, criterion })}
        >
          Take my agreement back
        </Button>
      ) : hash === null ? (
        <Button kind="cannotYet">I agree with this summary: nothing is written yet</Button>
      ) : (
        <Button kind="primary" icon="check" pending={waiting || pending} onClick={() => void agree(hash)}>
          I agree with this summary
        </Button>
      )}
      <p className="second">
        It is given to this text and to these scores. Where either changes, it stays as given to an earlier
        one.
      </p>
      <Refused sentence={refused} />
    </div>
  )
}
