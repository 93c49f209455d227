import { refuse, type Refusal } from '../../shared/competition/refusal.ts'
import { addressOf, openInvitations } from '../people/invitations.ts'
import type { Links } from '../sign-in/links.ts'
import type { Sessions } from '../sign-in/sessions.ts'
import type { Stages } from '../stages.ts'

interface Parts {
  readonly stages: Stages
  readonly sessions: Sessions
  readonly links: Links
  /** Where people reach the server. */
  readonly base: string
}

/** A one-time link for somebody of program staff. */
export interface StaffLink {
  readonly address: string
  /** What pages call whom it is for. */
  readonly label: string
  /** Whether access was withdrawn from all of staff, so that it gives theirs back. */
  readonly givesBack: boolean
}

/**
 * Makes one-time links for program staff, for whoever starts the server. With `empty` only as long as nobody has begun to set up; with
 * `link` for the first of staff whose access was not withdrawn. Where it was withdrawn from all it is for the first, so that nobody is
 * locked out for good, and whoever starts the server is told.
 */
export function staffLinks({ stages, sessions, links, base }: Parts) {
  return async (why: 'empty' | 'link'): Promise<StaffLink | Refusal> => {
    const { journal, competition } = stages.current()
    const state = journal.state()
    if (state.rehearsal)
      return refuse(
        'out-of-turn',
        'This is a rehearsal: its seats are on the page itself. For your own: npm start -- --new',
      )
    if (why === 'empty' && state.version > 1)
      return refuse(
        'out-of-turn',
        'A competition is set up in this folder already. Start without --new, choose another folder with --data, or make a new link for staff with --link.',
      )
    const all = state.people.filter(({ role }) => role === 'staff')
    const left = all.find(({ id }) => sessions.standingOf({ competition, person: id }).revokedAt === null)
    const staff = left ?? all[0]
    if (!staff) throw new Error('A competition has at least one of program staff.')
    const [made] = await openInvitations({ sessions, links, competition }).make([staff.id], null)
    if (!made) throw new Error('An invitation was asked for and none was made.')
    return { address: addressOf(base, made.token), label: staff.label, givesBack: left === undefined }
  }
}
