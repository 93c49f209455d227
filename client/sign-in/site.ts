import { useSyncExternalStore } from 'react'
import type { SignInPage } from '../../shared/protocol/people-page.ts'
import { seatsAddress } from '../pages.ts'

/** How long after a failure it is asked again, in milliseconds. */
const againMs = 3_000

let site: SignInPage | null = null
let asked = false
const listeners = new Set<() => void>()

/** What this server is: a rehearsal with a list of seats, or a competition that one is invited to. Null until it has answered. */
export function useSite(): SignInPage | null {
  return useSyncExternalStore(subscribe, () => site)
}

/** Where one signs in again, and what a link there says. */
export function useWayIn(): { readonly href: string; readonly words: string } {
  return useSite()?.is === 'competition'
    ? { href: '/', words: 'Open the sign-in page' }
    : { href: seatsAddress(), words: 'Open the list of seats' }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (!asked) {
    asked = true
    void read()
  }
  return () => listeners.delete(listener)
}

/** It stays what it is while a page is open: it is asked until it is answered, and then no more. */
async function read(): Promise<void> {
  try {
    const response = await fetch('/api/sign-in')
    if (response.ok) {
      site = (await response.json()) as SignInPage
      for (const listener of listeners) listener()
      return
    }
  } catch {
    // No line to the server: it is asked again.
  }
  setTimeout(() => void read(), againMs)
}
