import type { Role } from '../../../../shared/competition/setup.ts'
import type { ListedPerson, Owed } from '../../../../shared/protocol/people-page.ts'

/** Roles in the order in which they are listed, as pages call them. */
export const roleWords: Readonly<Record<Role, string>> = {
  reviewer: 'Reviewer',
  monitor: 'Panel monitor',
  staff: 'Program staff',
  official: 'Selecting official',
}

export const owedWords: Readonly<Record<Owed, string>> = {
  certify: 'certify conflicts',
  ready: 'say ready',
  sign: 'sign',
}

const day = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric' })

/** How somebody's invitation stands, and what is worth knowing of it. */
export function invitationWords({ invitation, signedInAt, mail }: ListedPerson): {
  readonly status: string
  readonly more: string | null
  readonly warns: boolean
} {
  const failed = mail?.is === 'failed' ? (mail.sentence ?? 'The last mail could not be sent.') : null
  const { is, until } = invitation
  const on = (at: number | null): string => (at === null ? '' : day.format(at))
  switch (is) {
    case 'none':
      return signedInAt === null
        ? { status: 'Not invited', more: failed, warns: failed !== null }
        : { status: 'Has signed in', more: on(signedInAt), warns: false }
    case 'waiting':
      return {
        status: 'Invited',
        more: failed ?? `not come yet; the link is good until ${on(until)}`,
        warns: failed !== null,
      }
    case 'expired':
      return { status: 'Link ran out', more: `on ${on(until)}; invite again`, warns: true }
    case 'taken':
      return { status: 'Has signed in', more: failed ?? on(invitation.takenAt), warns: failed !== null }
    case 'revoked':
      return { status: 'Access withdrawn', more: null, warns: true }
  }
}

/** Somebody by their name, or by what pages call them where no name is known. */
export function calledIn({ name, label }: Pick<ListedPerson, 'name' | 'label'>): string {
  return name ?? label
}

/** Which people are shown. */
export const filters = {
  all: 'Everybody',
  reviewer: 'Reviewers',
  monitor: 'Panel monitors',
  staff: 'Program staff',
  official: 'Selecting officials',
  notInvited: 'Not invited',
  notCome: 'Invited, not come yet',
  nameless: 'Without a name or an address',
  owing: 'With something to do',
} as const
export type Filter = keyof typeof filters

export function isShown(person: ListedPerson, filter: Filter): boolean {
  const { invitation, signedInAt, name, email, owes, role } = person
  switch (filter) {
    case 'all':
      return true
    case 'notInvited':
      return invitation.is === 'none' && signedInAt === null
    case 'notCome':
      return invitation.is === 'waiting' || invitation.is === 'expired'
    case 'nameless':
      return name === null || email === null
    case 'owing':
      return owes.length > 0
    default:
      return role === filter
  }
}
