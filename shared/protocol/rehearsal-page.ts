import type { Role } from '../competition/setup.ts'
import type { Step } from '../competition/step.ts'

/** What the list of seats is made from. Each link opens one session and is good for ten minutes. */
export interface RehearsalPage {
  readonly title: string
  readonly seats: readonly {
    readonly person: string
    readonly role: Role
    readonly label: string
    readonly host: string
    readonly link: string
  }[]
  readonly reviews: readonly { readonly id: string; readonly applicant: string; readonly step: Step }[]
}

/** Why everybody is signed out when a rehearsal is started over: all that was typed in the one before is gone with it. */
export const startedOver = 'The rehearsal has been started over. Take a seat again.'
