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
