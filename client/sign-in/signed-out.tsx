import { seatsAddress } from '../pages.ts'
import { PlainPage } from '../plain-page.tsx'
import { ButtonLink } from '../ui/button.tsx'

/** Nobody is signed in on this host. */
export function SignedOut({ sentence }: { sentence: string }) {
  return (
    <PlainPage title="Nobody sits here">
      <p>{sentence}</p>
      <ButtonLink href={seatsAddress()}>Go to the list of seats</ButtonLink>
    </PlainPage>
  )
}
