import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef } from 'react'
import { useConnection } from '../live/connection.ts'
import { useOnlyHere, useWaiting } from '../live/save-state.ts'
import { accessWithdrawn } from '../../shared/protocol/people-page.ts'
import { startedOver } from '../../shared/protocol/rehearsal-page.ts'
import { announce } from '../ui/announce.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { changes } from '../ui/save-status.tsx'
import { useBegunVotes } from './begun-votes.ts'
import { bringBack, putAside, useSaid } from './sheet-state.ts'
import { useSite, useWayIn } from './site.ts'
import './sign-in-again.css'

/**
 * On a page whose session has ended, which goes on under it: what waits, and how to sign in again. Nothing is sent before the same
 * person is back. A sheet over the page, or a bar once that was put aside.
 */
export function SignInAgain({ label }: { readonly label: string }) {
  const { signedOut } = useConnection()
  const said = useSaid()
  if (signedOut === null) return null
  const over = signedOut === startedOver
  if (said === 'bar') return <Bar over={over} />
  return <Sheet label={label} sentence={firstSentence(signedOut)} over={over} />
}

interface SheetProps {
  /** Whose page it is. */
  readonly label: string
  readonly sentence: string
  /** The rehearsal was started over: nothing of this page can be sent any more. */
  readonly over: boolean
}

function Sheet({ label, sentence, over }: SheetProps) {
  const title = useId()
  const waits = useWaits(over)
  const withdrawn = useConnection().signedOut === accessWithdrawn
  const sheet = useRef<HTMLElement>(null)
  const arrive = useEffectEvent((focused: Element | null) => {
    if (!isTyping(focused)) return sheet.current?.focus()
    // What is typed this moment goes on into its field, in sight.
    if (covers(sheet.current, focused)) putAside()
    announce(`${sentence} ${waits} F6 leads to how to sign in again.`)
  })
  useLayoutEffect(() => {
    const own = sheet.current
    const before = document.activeElement
    arrive(before)
    addEventListener('keydown', onKey)
    return () => {
      removeEventListener('keydown', onKey)
      if (own?.contains(document.activeElement)) giveBackFocus(before)
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
    <div className="sign-in-again-place">
      <section className="sign-in-again" role="dialog" aria-labelledby={title} ref={sheet} tabIndex={-1}>
        <div className="sign-in-again-words">
          <h2 className="sign-in-again-title" id={title}>
            {withdrawn ? 'You are signed out' : 'Sign in again'}
          </h2>
          <p>
            {sentence} <strong>{waits}</strong>
          </p>
          <p>
            {withdrawn ? 'Ask the staff of the competition. ' : <How label={label} />}
            {whenBack(withdrawn, over)}
          </p>
        </div>
        <div className="sign-in-again-answers">
          <Button onClick={putAside}>{withdrawn ? 'Put this aside' : 'Keep reading and typing'}</Button>
          {!withdrawn && <WayIn />}
        </div>
      </section>
    </div>
  )
}

/** Where and as whom one signs in again. */
function How({ label }: { readonly label: string }) {
  const again = useSite()?.is === 'competition' ? 'Sign in again' : 'Sit down again'
  return `${again} as ${label} in another tab. `
}

function WayIn() {
  const { href, words } = useWayIn()
  return (
    <ButtonLink kind="primary" href={href} target="_blank" rel="noopener">
      {words}
    </ButtonLink>
  )
}

function whenBack(withdrawn: boolean, over: boolean): string {
  const goesOn = withdrawn
    ? 'If they invite you again and you sign in, this page goes on by itself'
    : 'This page then goes on by itself'
  return over ? `${goesOn}.` : `${goesOn}, and everything is sent.`
}

/** The way back to the sheet, on a line of its own. */
function Bar({ over }: { readonly over: boolean }) {
  const waits = useWaits(over)
  const way = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F6') return
      event.preventDefault()
      way.current?.focus()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return (
    <section className="message" aria-label="Signed out">
      <p className="message-sentence">You are signed out. {waits}</p>
      <button type="button" className="message-action" ref={way} onClick={bringBack}>
        Sign in again
      </button>
    </section>
  )
}

function useWaits(over: boolean): string {
  const waiting = useWaiting()
  const kept = !useOnlyHere()
  const votes = useBegunVotes()
  if (over) return 'What was typed in the one before is gone with it.'
  const vote = votes > 0 ? ' A vote that you began is on this page alone, for you to seal.' : ''
  if (waiting === 0) return vote.trim() || 'Everything you typed is on the server.'
  return `${changes(waiting)} here, ${kept ? 'kept on this device' : 'on this page alone'}.${vote}`
}

function isTyping(element: Element | null): boolean {
  return element?.matches('input, textarea, select') ?? false
}

/** To where it was before the sheet, or to the work where that is gone. */
function giveBackFocus(before: Element | null): void {
  if (before instanceof HTMLElement && before !== document.body) before.focus()
  else document.getElementById('work')?.focus()
}

function covers(sheet: Element | null, field: Element | null): boolean {
  if (!sheet || !field) return false
  const [over, under] = [sheet.getBoundingClientRect(), field.getBoundingClientRect()]
  return (
    over.left < under.right && over.right > under.left && over.top < under.bottom && over.bottom > under.top
  )
}

/** The rest of it says to sign in again, which the sheet does. */
function firstSentence(sentence: string): string {
  return /^.*?[.](?=\s|$)/.exec(sentence)?.[0] ?? sentence
}
