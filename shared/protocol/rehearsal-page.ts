import type { Role } from '../competition/setup.ts'
import type { Step } from '../competition/step.ts'
import type { Pace } from '../rehearsal/paces.ts'

/** Who sits in a seat. Where a person sits the program does not, and the other way round. */
export type Sitting = 'nobody' | 'somebody' | 'played'

/** What the list of seats is made from. Each link opens one session and is good for ten minutes. */
export interface RehearsalPage {
  readonly title: string
  readonly seats: readonly {
    readonly person: string
    readonly role: Role
    readonly label: string
    readonly host: string
    readonly link: string
    readonly sitting: Sitting
  }[]
  /** How fast played seats go on; null where none can be played. */
  readonly pace: Pace | null
  readonly reviews: readonly { readonly id: string; readonly applicant: string; readonly step: Step }[]
}

/** Why everybody is signed out when a rehearsal is started over: all that was typed in the one before is gone with it. */
export const startedOver = 'The rehearsal has been started over. Take a seat again.'

/** The answer to a wish to have seats played: the labels of those in which somebody sits, who were left alone. */
export interface PlayAnswer {
  readonly taken: readonly string[]
}
