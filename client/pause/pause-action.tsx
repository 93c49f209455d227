import { useState } from 'react'
import { Refused } from '../room/refused.tsx'
import { ReasonField, useReason } from '../staff/reason-field.tsx'
import { useSetUpCommand } from '../staff/set-up/use-set-up.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

interface PauseActionProps {
  /** Whether everything is paused now. */
  readonly paused: boolean
}

/** For program staff: stops everything for everybody, with a reason that everybody reads; or lets it go on. */
export function PauseAction({ paused }: PauseActionProps) {
  const [asking, setAsking] = useState(false)
  if (paused) return <ResumeAction />
  return (
    <>
      <Button icon="pause" size="small" onClick={() => setAsking(true)}>
        Pause everything …
      </Button>
      <PauseDialog open={asking} onClose={() => setAsking(false)} />
    </>
  )
}

function PauseDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const reason = useReason()
  const { pending, refused, run } = useSetUpCommand()

  async function pause(): Promise<void> {
    const given = reason.take()
    if (given === null) return
    if (await run({ kind: 'competition.pause', reason: given })) onClose()
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      grave
      title="Pause everything?"
      answers={
        <>
          <Button onClick={onClose}>Leave it on</Button>
          <Button kind="removing" pending={pending} onClick={() => void pause()}>
            Pause everything
          </Button>
        </>
      }
    >
      <p>
        Reviewers, monitors and the selecting official can read and recuse themselves, and write and decide
        nothing until you resume. What is being typed at that moment is kept. The clocks of panels that talk
        stand and go on when you resume; dates stay as they are. Everybody reads your name and your reason at
        once, and no reminder goes out.
      </p>
      <ReasonField reason={reason} />
      <Refused sentence={refused} />
    </Dialog>
  )
}

/** For program staff: lets everything go on. */
export function ResumeAction() {
  const { pending, refused, run } = useSetUpCommand()
  return (
    <div className="pause-resume">
      <Button
        icon="play"
        size="small"
        pending={pending}
        onClick={() => void run({ kind: 'competition.resume' })}
      >
        Resume
      </Button>
      <Refused sentence={refused} />
    </div>
  )
}
