import { closeSentences } from '../../shared/protocol/close-codes.ts'
import { seatsAddress } from '../pages.ts'
import { PlainPage } from '../plain-page.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { AskForLink } from './ask-for-link.tsx'
import { useSite } from './site.ts'

/** Nobody is signed in on this host, and nothing was typed on this page. */
export function SignedOut({ sentence }: { sentence: string }) {
  const site = useSite()
  const isOut = sentence === closeSentences.signedOut
  if (!site) return <PlainPage title="Opening Panelroom">{null}</PlainPage>
  if (site.is === 'competition') {
    return (
      <PlainPage title={`Sign in to ${site.title}`}>
        {isOut ? (
          <p>
            Open the link that you were sent. It works once; after that, and when it is too old, you need a
            new one.
          </p>
        ) : (
          <p>{sentence}</p>
        )}
        <AskForLink />
      </PlainPage>
    )
  }
  return (
    <PlainPage title="Nobody sits here">
      <p>{isOut ? 'You are signed out.' : sentence}</p>
      <ButtonLink href={seatsAddress()}>Go to the list of seats</ButtonLink>
    </PlainPage>
  )
}
