import type { Role } from '../competition/setup.ts'

/** How an invitation stands. `revoked`: access was withdrawn, until the next invitation. */
export type InvitationStatus = 'none' | 'waiting' | 'expired' | 'taken' | 'revoked'

/** How the last mail to a person fared. `unknown`: the server that was to send it is gone. */
export interface LastMail {
  readonly what: 'invitation' | 'signIn' | 'reminder'
  readonly is: 'waiting' | 'sent' | 'failed' | 'unknown'
  readonly at: number
  /** What went wrong, for staff; null where nothing did. */
  readonly sentence: string | null
}

/** What staff see of one person. Times in milliseconds since 1970. */
export interface ListedPerson {
  readonly person: string
  readonly role: Role
  readonly label: string
  /** Null where nothing is known. */
  readonly name: string | null
  readonly email: string | null
  readonly organization: string | null
  readonly home: string | null
  readonly invitation: {
    readonly is: InvitationStatus
    /** When they were invited last, until when that link is good, and when it was taken. */
    readonly at: number | null
    readonly until: number | null
    readonly takenAt: number | null
  }
  readonly signedInAt: number | null
  readonly mail: LastMail | null
  /** What they have still to do. */
  readonly owes: readonly Owed[]
}

/** What people have still to do: say whether they have conflicts, give their forms as ready, sign them. */
export const owedKinds = ['certify', 'ready', 'sign'] as const
export type Owed = (typeof owedKinds)[number]

/** The people of a competition, as staff see them. */
export interface PeoplePage {
  /** Whether invitations and reminders go out by mail; else links are copied. */
  readonly mails: boolean
  readonly people: readonly ListedPerson[]
}

/** The answer to an invitation. Empty where all went out by mail. A link is shown this once and stands nowhere. */
export interface InviteAnswer {
  readonly links: readonly { readonly person: string; readonly link: string }[]
}

/** What a page may know before anybody is signed in. `mails`: whether a link can be asked for here. */
export type SignInPage =
  | { readonly is: 'rehearsal' }
  | { readonly is: 'competition'; readonly title: string; readonly mails: boolean }

/** Why somebody is signed out whose access staff have withdrawn. */
export const accessWithdrawn = 'Your access has been withdrawn. Ask the staff of the competition.'
