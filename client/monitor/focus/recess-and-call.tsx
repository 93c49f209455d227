import { useState } from 'react'
import type { OpenRoom } from '../../room/open-room.tsx'
import { Refused } from '../../room/refused.tsx'
import { useCommand } from '../../room/use-command.ts'
import { announce } from '../../ui/announce.tsx'
import { Button } from '../../ui/button.tsx'
import { ClockTime } from '../../ui/clock-time.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { limits } from '../../../shared/protocol/limits.ts'
import type { InFocusProps } from './in-focus.tsx'

/** Stops and starts every clock, and calls staff to the panel. */
export function RecessAndCall({ room, steering }: InFocusProps) {
  const { review } = room
  const { discussion, call } = review
  const [calling, setCalling] = useState(false)
  if (!discussion || review.closed) return null
  const on = discussion.recess !== null
  return (
    <>
      <div className="live-controls-line">
        <Button
          size="small"
          onClick={() =>
            void steering.run(
              [{ kind: 'recess.set', review: review.id, on: !on }],
              on ? 'The recess is over.' : 'Recess. All clocks stand.',
            )
          }
        >
          {on ? 'End the recess' : 'Recess'}
        </Button>
        {!call && (
          <Button size="small" onClick={() => setCalling(true)}>
            Call staff
          </Button>
        )}
      </div>
      {call && (
        <p>
          <strong>Staff are called</strong> since <ClockTime at={call.at} />:{' '}
          <span className="live-controls-said">{call.reason}</span>
        </p>
      )}
      {calling && <CallDialog room={room} onClose={() => setCalling(false)} />}
    </>
  )
}

function CallDialog({ room: { review }, onClose }: { room: OpenRoom; onClose: () => void }) {
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
