import { useState } from 'react'
import type { ReviewView } from '../../shared/competition/view.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { Refused } from '../room/refused.tsx'
import { useCommand } from '../room/use-command.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { ClockTime } from '../ui/clock-time.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/text-area.tsx'
import './call-staff.css'

/** Calls staff to a panel, with what one needs from them. Draws nothing while they are called. */
export function CallStaff({ review }: { review: ReviewView }) {
  const [calling, setCalling] = useState(false)
  if (review.call) return null
  return (
    <>
      <Button size="small" onClick={() => setCalling(true)}>
        Call staff
      </Button>
      {calling && <CallDialog review={review} onClose={() => setCalling(false)} />}
    </>
  )
}

/** That staff are called, since when and why, until they have come. */
export function CalledStaff({ review: { call } }: { review: ReviewView }) {
  if (!call) return null
  return (
    <p>
      <strong>Staff are called</strong> since <ClockTime at={call.at} />:{' '}
      <span className="called-staff-words">{call.reason}</span>
    </p>
  )
}

function CallDialog({ review, onClose }: { review: ReviewView; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const { pending, refused, run } = useCommand()

  async function call(): Promise<void> {
    if (reason.trim() === '') return setAsked(true)
    if (!(await run({ kind: 'staff.call', review: review.id, reason: reason.trim() }))) return
    announce('Staff are called.')
    onClose()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="Call staff to this panel?"
      answers={
        <>
          <Button onClick={onClose}>Not now</Button>
          <Button kind="primary" pending={pending} onClick={() => void call()}>
            Call staff
          </Button>
        </>
      }
    >
      <TextArea
        label="What you need from them"
        rows={3}
        most={limits.reasonLength}
        invalid={asked && reason.trim() === '' ? 'Say in a line what you need.' : undefined}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <Refused sentence={refused} />
    </Dialog>
  )
}
