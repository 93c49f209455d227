import { useEffect, useState } from 'react'
import { goTo, seatsAddress } from '../pages.ts'
import { PlainPage } from '../plain-page.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'

type Outcome =
  | { readonly is: 'sitting' }
  | { readonly is: 'refused'; readonly sentence: string }
  /** The server cannot seat anybody at the moment. */
  | { readonly is: 'unable'; readonly sentence: string }
  | { readonly is: 'unreachable' }

/** Takes a seat with the link one has followed. The token stands behind `#`, which no server and no list of visits sees. */
export function Sit() {
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
  if (outcome.is === 'unreachable') {
    return (
      <PlainPage title="There is no line to the server">
        <p>Your link has not been used. Try again when the server is there.</p>
        <Button onClick={() => location.reload()}>Try again</Button>
      </PlainPage>
    )
  }
  if (outcome.is === 'unable') {
    return (
      <PlainPage title="You cannot be seated yet">
        <p>{outcome.sentence}</p>
        <Button onClick={() => location.reload()}>Try again</Button>
      </PlainPage>
    )
  }
  return (
    <PlainPage title="This link does not lead to a seat">
      <p>{outcome.sentence}</p>
      <ButtonLink href={seatsAddress()}>Go to the list of seats</ButtonLink>
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
  if (token === '') return { is: 'refused', sentence: 'This address holds no link to a seat.' }
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
