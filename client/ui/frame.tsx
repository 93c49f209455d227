import { type ReactNode, useEffect, useRef } from 'react'
import { Announcements, announce } from './announce.tsx'
import { clockTime } from './clock-time.tsx'
import { Icon } from './icon.tsx'
import { MonitorMark, OfficialMark, ReviewerMark, StaffMark } from './reviewer-mark.tsx'
import { NotBeingSaved, type Save, SaveStatus } from './save-status.tsx'
import { StepBlocks } from './step-blocks.tsx'
import { type Step, Steps } from './steps.tsx'
import { Wordmark } from './wordmark.tsx'
import './frame.css'

/** Who sits at this page, as the competition calls them. */
export type Seat = { label: string } & (
  | { kind: 'reviewer'; number: number }
  | { kind: 'monitor' | 'staff' | 'official' }
)

/** Who can see what is typed right now. */
export interface Audience {
  icon: 'eye' | 'lock'
  sentence: string
  /** For a phone: "Your panel and its monitor". */
  short?: string | undefined
}

export interface FrameProps {
  /** The application, or the competition on a page about all of them. */
  subject?: string | undefined
  /** Stands beside the subject: "Race to the Top, 2010". */
  competition: string
  seat?: Seat | undefined
  steps?: readonly Step[] | undefined
  tier?: string | undefined
  /** Says "Rehearsal: invented scores" on every page. */
  rehearsal: boolean
  /** What else the middle of the foot line says: "Published results of 2010". */
  origin?: string | undefined
  who: Audience
  save: Save
  headActions?: ReactNode
  /** What everybody on this page has to know first: a line under the head. */
  banner?: ReactNode
  /** Everything is paused: what is held back looks so. */
  paused?: boolean | undefined
  /** A short message; it has a line of its own and covers nothing. */
  message?: ReactNode
  /** At the right end of the foot line. */
  footAction?: ReactNode
  home?: string | undefined
  children: ReactNode
}

/** What every page has: the head line with the steps and the seat, the work, and the foot line that says who can see it. */
export function Frame(props: FrameProps) {
  const {
    subject,
    competition,
    seat,
    steps,
    tier,
    rehearsal,
    origin,
    who,
    save,
    headActions,
    message,
    home,
  } = props
  const middle = rehearsal ? 'Rehearsal: invented scores' : origin
  useSaveAnnounced(save)
  return (
    <div className="frame" data-paused={props.paused || undefined}>
      <a className="frame-skip" href="#work">
        Skip to the work
      </a>
      <header className="frame-head">
        <Wordmark home={home} />
        <p className="frame-subject">
          {subject && <strong>{subject}</strong>} <span>{competition}</span>
        </p>
        {middle && <p className="frame-middle-phone">{middle}</p>}
        {steps && (
          <>
            <div className="frame-steps">
              <Steps steps={steps} tier={tier} />
            </div>
            <div className="frame-blocks">
              <StepBlocks steps={steps} tier={tier} count />
            </div>
          </>
        )}
        {headActions && <div className="frame-actions">{headActions}</div>}
        {seat && (
          <p className="frame-seat">
            <SeatMark seat={seat} />
            <span>{seat.label}</span>
          </p>
        )}
      </header>
      <div className="frame-banner">{props.banner}</div>
      <main className="frame-work" id="work" tabIndex={-1}>
        {props.children}
      </main>
      {message}
      <footer className="frame-foot" data-save={save.is}>
        {save.is === 'notSaved' ? (
          <NotBeingSaved {...save} />
        ) : (
          <>
            <p className="frame-who">
              <Icon name={who.icon} />
              <span className="frame-who-sentence">{who.sentence}</span>
              <span className="frame-who-short">{who.short ?? who.sentence}</span>
            </p>
            {middle && <p className="frame-middle">{middle}</p>}
            <SaveStatus save={save} />
          </>
        )}
        {props.footAction && <div className="frame-foot-action">{props.footAction}</div>}
      </footer>
      <Announcements />
    </div>
  )
}

function SeatMark({ seat }: { seat: Seat }) {
  if (seat.kind === 'reviewer') return <ReviewerMark number={seat.number} yours />
  if (seat.kind === 'official') return <OfficialMark />
  return seat.kind === 'monitor' ? <MonitorMark /> : <StaffMark />
}

/** That what kept something from being saved is over. */
const over = {
  noLine: 'The line is back.',
  noAnswer: 'The server answers again.',
  unable: 'The server saves again.',
  signedOut: 'You are signed in again.',
  refused: 'What was refused is on the server now, or was put away.',
} as const

/** That saving stops and goes on, and being locked, are said aloud; each keystroke is not. */
function useSaveAnnounced(save: Save): void {
  const before = useRef(save)
  useEffect(() => {
    const was = before.current
    before.current = save
    if (was.is === save.is) return
    // That one is signed out is said by itself.
    if (save.is === 'notSaved' && save.why === 'signedOut') return
    if (save.is === 'notSaved') announce('Not being saved. Keep this tab open.')
    else if (save.is === 'locked') announce(`Locked by ${save.by}, ${clockTime(save.at)}. Read only.`)
    else if (was.is === 'notSaved') announce(over[was.why])
  }, [save])
}
