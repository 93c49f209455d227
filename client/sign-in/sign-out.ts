import { currentConnection } from '../live/connection.ts'
import { forgetHere } from '../live/kept-here.ts'
import { leaveWithoutAsking } from '../live/save-state.ts'
import { tellTabs } from '../live/session-news.ts'
import { forgetBegun } from './begun-votes.ts'

/**
 * Ends the session in this browser and takes away what is kept on this device for its person, with what they began of a vote or
 * a message, once nothing more is being written there. Resolves with why that did not work, as a sentence, or leaves the page.
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
  if (person !== undefined) forgetBegun(person)
  if (!(await forgetHere()))
    return 'You are signed out, but what is kept on this device could not be removed. Clear this site’s data in your browser.'
  leaveWithoutAsking()
  location.replace('/')
  return null
}
