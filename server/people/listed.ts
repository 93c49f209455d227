import type { Competition } from '../../shared/competition/state.ts'
import type { InvitationStatus, ListedPerson } from '../../shared/protocol/people-page.ts'
import type { Standing } from '../sign-in/access.ts'
import type { Sessions } from '../sign-in/sessions.ts'
import { owedBy } from './owes.ts'
import type { Roll } from './roll.ts'

interface From {
  readonly state: Competition
  readonly roll: Pick<Roll, 'directory' | 'mail'>
  readonly sessions: Pick<Sessions, 'standingOf'>
  readonly now: number
}

/** The people of a competition as staff see them, in the competition's order. */
export function listedPeople({ state, roll, sessions, now }: From): readonly ListedPerson[] {
  return state.people.map(({ id, role, label }) => {
    const entry = roll.directory.of(id)
    const standing = sessions.standingOf({ competition: state.id, person: id })
    const { invited, signedInAt } = standing
    return {
      person: id,
      role,
      label,
      name: entry?.name ?? null,
      email: entry?.email ?? null,
      organization: entry?.organization ?? null,
      home: entry?.home ?? null,
      invitation: {
        is: invitationStatus(standing, now),
        at: invited?.at ?? null,
        until: invited?.until ?? null,
        takenAt: invited?.takenAt ?? null,
      },
      signedInAt,
      mail: roll.mail.lastTo(id, now),
      owes: owedBy(state, id),
    }
  })
}

function invitationStatus({ invited, revokedAt }: Standing, now: number): InvitationStatus {
  if (revokedAt !== null) return 'revoked'
  if (invited === null) return 'none'
  if (invited.takenAt !== null) return 'taken'
  return invited.until < now ? 'expired' : 'waiting'
}
