import { useState } from 'react'
import { useConnection } from '../live/connection.ts'
import { setKeepsHere, useKeepsHere } from '../live/kept-here.ts'
import { useOnlyHere, useWaiting } from '../live/save-state.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FieldSentence } from '../ui/field-sentence.tsx'
import { Link } from '../ui/link.tsx'
import { changes } from '../ui/save-status.tsx'
import { useBegunMessages, useBegunVotes } from './begun-votes.ts'
import { signOut } from './sign-out.ts'
import './this-device.css'

/** In the foot line: whether what waits is kept on this device, and signing out of it. */
export function ThisDevice() {
  const keeps = useKeepsHere()
  const { signedOut } = useConnection()
  const [open, setOpen] = useState(false)
  return (
    <div className="this-device">
      <Link look="quiet" onClick={() => setOpen(true)}>
        {keeps === 'on' ? 'Kept on this device' : 'This device'}
      </Link>
      <Dialog open={open} onClose={() => setOpen(false)} title="This device">
        <Keeping />
        <SigningOut over={signedOut !== null} onStay={() => setOpen(false)} />
      </Dialog>
    </div>
  )
}

function Keeping() {
  const keeps = useKeepsHere()
  const waiting = useWaiting()
  const onlyHere = useOnlyHere()
  return (
    <>
      <Checkbox
        checked={keeps === 'on'}
        disabled={keeps === 'cannot'}
        onChange={(on) => void setKeepsHere(on)}
        hint="Anybody who can use this computer could read what waits here; it goes as soon as the server has it, when you sign out, and when a review is locked."
      >
        Keep what is not on the server yet on this device, so that a closed browser loses nothing
      </Checkbox>
      {keeps === 'cannot' && (
        <FieldSentence id="this-device-fault" kind="fault">
          This browser keeps nothing on this device, as in a private window. Keep the tab open while changes
          wait.
        </FieldSentence>
      )}
      {keeps === 'on' && (
        <p className="second">
          {waiting > 0 && !onlyHere ? `${changes(waiting)} here.` : 'Nothing waits here.'}
        </p>
      )}
    </>
  )
}

interface SigningOutProps {
  /** Nobody is signed in here any more. */
  readonly over: boolean
  readonly onStay: () => void
}

function SigningOut({ over, onStay }: SigningOutProps) {
  const wait = useWaiting() + useBegunVotes() + useBegunMessages()
  // What is only here is never lost unasked, also where it is not known how much it is.
  const waiting = Math.max(wait, useOnlyHere() ? 1 : 0)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const leave = async (): Promise<void> => {
    setBusy(true)
    setFault(await signOut())
    setBusy(false)
  }
  const loses = asked && !over && waiting > 0
  if (over && fault === null) return null
  return (
    <div className="this-device-leaving">
      {loses && (
        <p>
          {changes(waiting)} here and {waiting === 1 ? 'is' : 'are'} not on the server. Signing out removes{' '}
          {waiting === 1 ? 'it' : 'them'} for good.
        </p>
      )}
      <div className="this-device-answers">
        <Button onClick={onStay}>{loses ? 'Stay signed in' : 'Close'}</Button>
        {!over && (
          <Button
            kind={loses ? 'removing' : 'plain'}
            pending={busy}
            onClick={() => (waiting > 0 && !asked ? setAsked(true) : void leave())}
          >
            {loses ? `Sign out and lose ${waiting === 1 ? '1 change' : `${waiting} changes`}` : 'Sign out'}
          </Button>
        )}
      </div>
      {fault !== null && (
        <FieldSentence id="this-device-fault" kind="fault">
          {fault}
        </FieldSentence>
      )}
    </div>
  )
}
