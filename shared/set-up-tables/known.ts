import type { AssignmentDraft } from '../competition/set-up.ts'
import type { SetUpApplication } from '../competition/set-up-page.ts'
import type { Panel, Person } from '../competition/setup.ts'

/** What is known of a person beside the journal; null where nothing is. */
export interface PersonDetails {
  readonly name: string
  readonly email: string | null
  readonly organization: string | null
  readonly home: string | null
}

/** Somebody as the server's directory keeps them. */
export interface PersonEntry extends PersonDetails {
  readonly person: string
}

export interface KnownPerson extends Person {
  readonly details: PersonDetails | null
}

export type KnownApplication = Pick<
  SetUpApplication,
  'id' | 'applicant' | 'home' | 'requested' | 'received' | 'involved' | 'opened' | 'declared'
>

/** What a competition holds, as far as tables say something about it. */
export interface Known {
  readonly people: readonly KnownPerson[]
  readonly applications: readonly KnownApplication[]
  readonly draft: AssignmentDraft | null
  /** Panels at work. */
  readonly panels: readonly Panel[]
  /** The time zone of dates that name none. */
  readonly zone: string
}

/** What only the server can tell. */
export interface Desk {
  /** An id for whoever has this e-mail address: the same again for the same one, and it gives nothing of the address away. */
  readonly idFor: (email: string) => string
  /** An entry as the directory keeps it, and why it would not. */
  readonly normal: (entry: PersonEntry) => PersonEntry
  readonly faultOf: (entry: PersonEntry) => string | null
}

/** Whether somebody leads a panel or sits on one, at work or drafted. */
export function isOnPanel({ draft, panels }: Known, person: string): boolean {
  return [...panels, ...(draft?.panels ?? [])].some(
    ({ monitor, reviewers }) => monitor === person || reviewers.includes(person),
  )
}
