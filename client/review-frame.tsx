import { type ReactNode, useEffect, useState } from 'react'
import { seatName } from '../shared/competition/seat-name.ts'
import type { ReviewView, View } from '../shared/competition/view.ts'
import { CertifyCall } from './certify/certify-call.tsx'
import { useConnection } from './live/connection.ts'
import { dismissStopped, type OpenDocument } from './live/documents.ts'
import { useSave } from './live/save-state.ts'
import { PauseBanner } from './pause/pause-banner.tsx'
import { useNews } from './reviewer/news.ts'
import { mayRecuse, RecuseAction } from './reviewer/recuse.tsx'
import { useSaid } from './sign-in/sheet-state.ts'
import { SignInAgain } from './sign-in/sign-in-again.tsx'
import { ThisDevice } from './sign-in/this-device.tsx'
import { tierWords } from '../shared/print/tier-words.ts'
import { useSteps } from './use-steps.ts'
import { type Audience, Frame, type Seat } from './ui/frame.tsx'
import { Message } from './ui/message.tsx'
import type { Save } from './ui/save-status.tsx'

export interface ReviewFrameProps {
  readonly view: View
  readonly review: ReviewView
  /** The document that is written on this page, or null. */
  readonly document: OpenDocument | null
  /** Another one that is written on it: one's notes. */
  readonly beside?: OpenDocument | null | undefined
  /** Why nothing can be written here, as a sentence; null where something can. */
  readonly readOnly?: string | null | undefined
  /** Who can see what is typed; told from the review where it is left out. */
  readonly who?: Audience | undefined
  readonly save?: Save | undefined
  /** What the page itself has to say; being signed out and a closed document come first. */
  readonly message?: ReactNode
  readonly headActions?: ReactNode
  readonly children: ReactNode
}

/** The frame of a page about one review: its steps, its seat, who can see what is typed, and where it is saved. */
export function ReviewFrame(props: ReviewFrameProps) {
  const { view, review, document: open, beside = null, readOnly, message, headActions } = props
  const { applicant } = review.application
  const save = useSave({ document: open, beside, readOnly, lock: review.lock })
  const told = useTold(view, open?.stopped ? open : beside?.stopped ? beside : open)
  const recusable = mayRecuse(review)
  useTitle(applicant)
  useNews(view, review.id)
  return (
    <Frame
      subject={applicant}
      competition={view.competition.title}
      seat={seatOf(view, review)}
      steps={useSteps(review)}
      tier={tierWords(review.tier)}
      rehearsal={view.competition.rehearsal}
      who={props.who ?? audienceOf(review, !readOnly)}
      save={props.save ?? save}
      banner={<PauseBanner view={view} />}
      paused={view.paused !== null}
      message={told ?? message}
      footAction={<ThisDevice />}
      headActions={
        <>
          {headActions}
          {recusable && <RecuseAction review={review} at="head" />}
        </>
      }
    >
      {props.children}
      {recusable && <RecuseAction review={review} at="end" />}
    </Frame>
  )
}

export interface HomeFrameProps {
  readonly view: View
  readonly title: string
  readonly who?: Audience | undefined
  readonly headActions?: ReactNode
  readonly message?: ReactNode
  readonly children: ReactNode
}

/** The frame of a page about all reviews of a competition. */
export function HomeFrame({ view, title, who, headActions, message, children }: HomeFrameProps) {
  const save = useSave({ document: null })
  const told = useTold(view, null)
  useTitle(title)
  useNews(view, null)
  return (
    <Frame
      competition={view.competition.title}
      seat={seatOf(view)}
      rehearsal={view.competition.rehearsal}
      who={who ?? nothingTyped}
      save={save}
      banner={
        <>
          <PauseBanner view={view} />
          <CertifyCall view={view} />
        </>
      }
      paused={view.paused !== null}
      headActions={headActions}
      message={told ?? message}
      footAction={<ThisDevice />}
    >
      {children}
    </Frame>
  )
}

/** For pages that are only read. */
export const nothingTyped: Audience = {
  icon: 'lock',
  sentence: 'Nothing is typed on this page.',
  short: 'Nothing typed here',
}

/** Who can see what is typed in a review, by where it stands; or what is read, where nothing can be written. */
export function audienceOf({ revealed, lock, room }: ReviewView, writes = true): Audience {
  if (lock) return { icon: 'lock', sentence: 'Locked. Nothing here changes any more.', short: 'Read only' }
  if (revealed && room) {
    const short = 'Your panel and its monitor'
    return {
      icon: 'eye',
      sentence: writes ? `${short} can see what you write here.` : `${short} can see this.`,
      short,
    }
  }
  const sentence = writes ? 'Only you can see what you write here.' : 'Only you can see this.'
  return { icon: 'lock', sentence, short: 'Only you' }
}

/** On a review a reviewer is called by the seat; elsewhere, and before they have certified, as the competition calls them. */
function seatOf({ me }: View, review?: ReviewView): Seat {
  const { role, label } = me
  if (role !== 'reviewer') return { kind: role, label }
  const number = review?.mine?.seat
  if (number !== undefined) return { kind: 'reviewer', label: seatName(number), number }
  return { kind: 'reviewer', label, number: Number(/\d+$/.exec(label)?.[0] ?? 0) }
}

function useTold({ me }: View, open: OpenDocument | null): ReactNode {
  const { signedOut } = useConnection()
  const said = useSaid()
  const [read, setRead] = useState<string | null>(null)
  if (said !== 'none') return <SignInAgain label={me.label} />
  // Not a sign-out: an old page, or too many of them.
  if (signedOut !== null && signedOut !== read)
    return <Message onDismiss={() => setRead(signedOut)}>{signedOut}</Message>
  if (!open?.stopped || open.stopped.reason === 'notFound' || open.stopped.reason === 'signedOut')
    return undefined
  return <Message onDismiss={() => dismissStopped(open.name)}>{open.stopped.sentence}</Message>
}

function useTitle(subject: string): void {
  useEffect(() => {
    document.title = `${subject} · Panelroom`
  }, [subject])
}
