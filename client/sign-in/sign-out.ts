import { currentConnection } from '../live/connection.ts'
import { forgetHere } from '../live/kept-here.ts'
import { leaveWithoutAsking } from '../live/save-state.ts'
import { tellTabs } from '../live/session-news.ts'

/**
 * Ends the session in this browser and takes away what is kept on this device for its person. Resolves with why that did not work,
 * as a sentence, or leaves the page.
 */
export async function signOut(): Promise<string | null> {
  const person = currentConnection().view?.me.person
  const ended = await fetch('/api/sign-out', { method: 'POST' }).then(
    ({ ok }) => ok,
    () => false,
  )
  if (!ended)
    return 'The server does not answer, so you are still signed in. Try again when the line is back.'
  if (person !== undefined) tellTabs({ is: 'signedOut', person })
  await forgetHere()
  leaveWithoutAsking()
  location.replace('/')
  return null
}
