import { useEffect, useEffectEvent, useId, useRef } from 'react'
import { useConnection } from '../live/connection.ts'
import { useOnlyHere, useWaiting } from '../live/save-state.ts'
import { seatsAddress } from '../pages.ts'
import { announce } from '../ui/announce.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { changes } from '../ui/save-status.tsx'
import { bringBack, putAside, useSaid } from './sheet-state.ts'
import './sign-in-again.css'

/**
 * Over a page whose session has ended: what waits, and how to sign in again. The page under it goes on, and whoever is typing keeps
 * the focus; nothing of it is sent before the same person is back.
 */
export function SignInAgain({ label }: { readonly label: string }) {
  const { signedOut } = useConnection()
  const said = useSaid()
  if (said !== 'sheet' || signedOut === null) return null
  return <Sheet label={label} sentence={firstSentence(signedOut)} />
}

function Sheet({ label, sentence }: { readonly label: string; readonly sentence: string }) {
  const title = useId()
  const waits = useWaits()
  const sheet = useRef<HTMLElement>(null)
  const arrive = useEffectEvent(() => {
    // What is typed this moment goes on into its field.
    if (isTyping(document.activeElement)) announce(`${sentence} ${waits} F6 leads to how to sign in again.`)
    else sheet.current?.focus()
  })
  useEffect(() => {
    const before = document.activeElement
    arrive()
    addEventListener('keydown', onKey)
    return () => {
      removeEventListener('keydown', onKey)
      // Where the focus was in the sheet, it goes back to where it was before.
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus()
    }

    function onKey(event: KeyboardEvent): void {
      if (event.key === 'F6') {
        event.preventDefault()
        sheet.current?.focus()
      }
      // The Escape of an input method, or of something that is open over the page, is not meant.
      if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) putAside()
    }
  }, [])
  return (
    <section className="sign-in-again" role="dialog" aria-labelledby={title} ref={sheet} tabIndex={-1}>
      <div className="sign-in-again-words">
        <h2 className="sign-in-again-title" id={title}>
          Sign in again
        </h2>
        <p>
          {sentence} <strong>{waits}</strong>
        </p>
        <p>
          Sit down again as {label} in another tab. This page then goes on by itself, and everything is sent.
        </p>
      </div>
      <div className="sign-in-again-answers">
        <Button onClick={putAside}>Keep reading and typing</Button>
        <ButtonLink kind="primary" href={seatsAddress()} target="_blank" rel="noopener">
          Open the list of seats
        </ButtonLink>
      </div>
    </section>
  )
}

/** Once the sheet was put aside: the way back to it, on a line of its own. */
export function SignedOutBar() {
  const waits = useWaits()
  return (
    <div className="message">
      <p className="message-sentence">You are signed out. {waits}</p>
      <button type="button" className="message-action" onClick={bringBack}>
        Sign in again
      </button>
    </div>
  )
}

function useWaits(): string {
  const waiting = useWaiting()
  const kept = !useOnlyHere()
  if (waiting === 0) return 'Everything you typed is on the server.'
  return kept
    ? `${changes(waiting)} here, kept on this device.`
    : `${changes(waiting)} here, on this page alone.`
}

function isTyping(element: Element | null): boolean {
  return element?.matches('input, textarea, select') ?? false
}

/** The rest of it says to sign in again, which the sheet does. */
function firstSentence(sentence: string): string {
  return /^.*?[.](?=\s|$)/.exec(sentence)?.[0] ?? sentence
}
