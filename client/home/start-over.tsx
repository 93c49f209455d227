import { useState } from 'react'
import { Refused } from '../room/refused.tsx'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { startOver } from './use-rehearsal.ts'
import './start-over.css'

/** Begins the rehearsal anew, after saying what is lost. */
export function StartOver({ onDone }: { onDone: () => void }) {
  const [open, setOpen] = useState(false)
  const [pending, setPending] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)

  async function begin(): Promise<void> {
    setPending(true)
    const sentence = await startOver()
    setPending(false)
    setRefused(sentence)
    if (sentence !== null) return
    setOpen(false)
    announce('The rehearsal has been started over.')
    onDone()
  }

  function close(): void {
    setOpen(false)
    setRefused(null)
  }

  return (
    <section className="start-over" aria-labelledby="start-over">
      <div>
        <h2 id="start-over" className="start-over-title">
          Begin again
        </h2>
        <p className="start-over-sentence">Everybody leaves their seat, and the three States begin anew.</p>
      </div>
      <Button onClick={() => setOpen(true)}>Start over</Button>
      <Dialog
        open={open}
        onClose={close}
        grave
        title="Start the rehearsal over?"
        answers={
          <>
            <Button onClick={close}>Keep this rehearsal</Button>
            <Button kind="removing" pending={pending} onClick={() => void begin()}>
              Start over
            </Button>
          </>
        }
      >
        <p>
          Everybody is signed out of every seat, and all three States begin again where a rehearsal begins.
          What was typed, voted, signed and locked so far can no longer be reached from these pages. Nobody
          can bring it back here.
        </p>
        <Refused sentence={refused} />
      </Dialog>
    </section>
  )
}
