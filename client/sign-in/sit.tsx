import { useEffect, useState } from 'react'
import { goTo, seatsAddress } from '../pages.ts'
import { PlainPage } from '../plain-page.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { AskForLink } from './ask-for-link.tsx'
import { useSite } from './site.ts'

type Outcome =
  | { readonly is: 'sitting' }
  | { readonly is: 'refused'; readonly sentence: string }
  /** The server cannot seat anybody at the moment. */
  | { readonly is: 'unable'; readonly sentence: string }
  | { readonly is: 'unreachable' }

/** Signs in with the link one has followed. The token stands behind `#`, which no server and no list of visits sees. */
export function Sit() {
  const site = useSite()
  if (!site) return <PlainPage title="Opening Panelroom">{null}</PlainPage>
  return site.is === 'rehearsal' ? <TakeSeat /> : <Invited title={site.title} />
}

/** A seat of a rehearsal is taken by following its link. */
function TakeSeat() {
  const [outcome, setOutcome] = useState<Outcome>({ is: 'sitting' })
  useEffect(() => {
    let left = false
    void sitOnce().then((result) => {
      if (left) return
      if (result === 'seated') goTo('/', 'replace')
      else setOutcome(result)
    })
    return () => {
      left = true
    }
  }, [])

  if (outcome.is === 'sitting') return <PlainPage title="Taking your seat">{null}</PlainPage>
  if (outcome.is !== 'refused') return <NotYet outcome={outcome} />
  return (
    <PlainPage title="This link does not lead to a seat">
      <p>{outcome.sentence}</p>
      <ButtonLink href={seatsAddress()}>Go to the list of seats</ButtonLink>
    </PlainPage>
  )
}

/** A link that was mailed signs in whoever presses the button: programs that look through mails open links, and would spend it. */
function Invited({ title }: { readonly title: string }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const signIn = async (): Promise<void> => {
    setOutcome({ is: 'sitting' })
    const result = await sitOnce()
    if (result === 'seated') goTo('/', 'replace')
    else setOutcome(result)
  }
  if (outcome === null || outcome.is === 'sitting') {
    return (
      <PlainPage title={`Sign in to ${title}`}>
        <p>Your link works once. You stay signed in on this device, in this browser, for fourteen days.</p>
        <Button kind="primary" pending={outcome !== null} onClick={() => void signIn()}>
          Sign in
        </Button>
      </PlainPage>
    )
  }
  if (outcome.is !== 'refused') return <NotYet outcome={outcome} />
  return (
    <PlainPage title="This link does not sign you in">
      <p>{outcome.sentence}</p>
      <AskForLink />
    </PlainPage>
  )
}

/** Nothing was used up: one can try again. */
function NotYet({ outcome }: { readonly outcome: Exclude<Outcome, { is: 'sitting' | 'refused' }> }) {
  const unreachable = outcome.is === 'unreachable'
  return (
    <PlainPage title={unreachable ? 'There is no line to the server' : 'You cannot sign in yet'}>
      <p>
        {unreachable ? 'Your link has not been used. Try again when the server is there.' : outcome.sentence}
      </p>
      <Button onClick={() => location.reload()}>Try again</Button>
    </PlainPage>
  )
}

let sitting: Promise<Outcome | 'seated'> | null = null

/** A link opens one session, so a page asks once however often it is drawn. */
function sitOnce(): Promise<Outcome | 'seated'> {
  sitting ??= sit()
  return sitting
}

async function sit(): Promise<Outcome | 'seated'> {
  const token = location.hash.slice(1)
  if (token === '') return { is: 'refused', sentence: 'This address holds no link.' }
  try {
    const response = await fetch('/api/sit', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    })
    if (response.ok) return 'seated'
    const answer = (await response.json()) as { readonly sentence?: string }
    const sentence = answer.sentence ?? 'This link is no longer good.'
    return { is: response.status >= 500 ? 'unable' : 'refused', sentence }
  } catch {
    return { is: 'unreachable' }
  }
}
