import { useState } from 'react'
import { formHash } from '../../shared/form/form-record.ts'
import { whenSaved } from '../live/documents.ts'
import { recordOf } from '../live/use-record.ts'
import { goTo } from '../pages.ts'
import { announce } from '../ui/announce.tsx'
import { Blockers, type Blocker } from '../ui/blockers.tsx'
import { Button } from '../ui/button.tsx'
import { ClockTime } from '../ui/clock-time.tsx'
import { Column } from '../ui/columns.tsx'
import { counted } from './number-words.ts'
import type { MyColumn, OpenRoom } from './open-room.tsx'
import { whyReadOnly } from './read-only.ts'
import { RecordHash } from './record-hash.tsx'
import { Refused } from './refused.tsx'
import { signBlockers } from './sign-blockers.ts'
import { Signatures } from './signatures.tsx'
import { useCommand } from './use-command.ts'
import './sign-column.css'

/** The signature: what is still missing, signing, taking it back, and how it stands after the close and the lock. */
export function SignColumn({ room, mine }: { room: OpenRoom; mine: MyColumn }) {
  const { review, columns } = room
  return (
    <Column kind="do" label="Signature" ground="inset">
      <div className="sign">
        {review.lock ? (
          <Locked room={room} />
        ) : review.closed ? (
          <Closed room={room} mine={mine} />
        ) : mine.column.signedAt !== null ? (
          <Signed room={room} at={mine.column.signedAt} />
        ) : mine.writable ? (
          <Unsigned room={room} mine={mine} />
        ) : (
          <p>{whyReadOnly(room, mine)}</p>
        )}
        <Signatures columns={columns} />
      </div>
    </Column>
  )
}

function Unsigned({ room, mine }: { room: OpenRoom; mine: MyColumn }) {
  const { review, rubric, document } = room
  const sign = useCommand()
  const [waiting, setWaiting] = useState(false)
  const blockers = signBlockers(room, mine, room.view.competition.rules.comments)
  const saved = document.status.line === 'online' && document.status.waiting === 0

  async function press(): Promise<void> {
    setWaiting(true)
    await whenSaved(document.name)
    setWaiting(false)
    const hash = formHash(recordOf(document.doc, rubric, mine.column.seat))
    const done = await sign.run({ kind: 'column.sign', review: review.id, hash })
    if (done) announce('You have signed.')
  }

  return (
    <>
      <h2 className="t-heading">Sign</h2>
      <Blockers title="Not ready to sign" things={blockers} />
      {blockers.length === 0 && (
        <p className="second">
          Your points, comments and reasons become your final form. You can take it back until the monitor
          closes the review.
        </p>
      )}
      {blockers.length > 0 ? (
        <Button kind="cannotYet" wide onClick={() => leadTo(blockers[0])}>
          Sign: {counted(blockers.length, 'thing')} left
        </Button>
      ) : !saved && !waiting ? (
        <Button kind="cannotYet" wide>
          Sign: not everything is on the server
        </Button>
      ) : (
        <Button kind="primary" wide pending={waiting || sign.pending} onClick={() => void press()}>
          Sign my final form
        </Button>
      )}
      <Refused sentence={sign.refused} />
    </>
  )
}

function leadTo(blocker: Blocker | undefined): void {
  if (blocker?.href !== undefined) goTo(blocker.href)
  else blocker?.onPress?.()
}

function Signed({ room, at }: { room: OpenRoom; at: number }) {
  const { pending, refused, run } = useCommand()
  return (
    <>
      <h2 className="t-heading">
        Signed <ClockTime at={at} />
      </h2>
      <p className="second">
        Your points, comments and reasons are read only now. Take your signature back to change something:
        that can be done until the monitor closes the review.
      </p>
      <Button
        wide
        pending={pending}
        onClick={() => void run({ kind: 'column.takeBack', review: room.review.id })}
      >
        Take my signature back
      </Button>
      <Refused sentence={refused} />
    </>
  )
}

function Closed({ room, mine }: { room: OpenRoom; mine: MyColumn }) {
  return (
    <>
      <h2 className="t-heading">Closed</h2>
      <p className="second">{whyReadOnly(room, mine)} Staff lock it next.</p>
    </>
  )
}

function Locked({ room: { review } }: { room: OpenRoom }) {
  if (!review.lock) return null
  const { by, at, recordHash, status } = review.lock
  return (
    <>
      <h2 className="t-heading">{status === 'locked' ? 'Locked' : 'Being locked'}</h2>
      <p className="second">
        By {by}, <ClockTime at={at} />. The record is fixed; nothing here changes any more.
      </p>
      {recordHash !== null && <RecordHash hash={recordHash} />}
    </>
  )
}
