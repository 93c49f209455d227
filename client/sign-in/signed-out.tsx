import { closeSentences } from '../../shared/protocol/close-codes.ts'
import { seatsAddress } from '../pages.ts'
import { PlainPage } from '../plain-page.tsx'
import { ButtonLink } from '../ui/button.tsx'

/** Nobody is signed in on this host, and nothing was typed on this page. */
export function SignedOut({ sentence }: { sentence: string }) {
  return (
    <PlainPage title="Nobody sits here">
      <p>{sentence === closeSentences.signedOut ? 'You are signed out.' : sentence}</p>
      <ButtonLink href={seatsAddress()}>Go to the list of seats</ButtonLink>
    </PlainPage>
  )
}
