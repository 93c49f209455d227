import type { AccessRecord } from './access-record.ts'

export interface Session {
  readonly competition: string
  readonly person: string
}

/** How a person stands with a competition. Times in milliseconds since 1970. */
export interface Standing {
  /** How often their links were made void: one that was made before counts no more. */
  readonly turn: number
  /** The last invitation; the ones before it are void. */
  readonly invited: {
    readonly at: number
    readonly until: number
    readonly by: string | null
    /** When its link opened a session; null while it has not. */
    readonly takenAt: number | null
  } | null
  /** Since when their access is withdrawn; null where it is not. */
  readonly revokedAt: number | null
  /** When they signed in last; null where they never have. */
  readonly signedInAt: number | null
}

type Known = Standing & {
  readonly link: string | null
  /** Whether a link or a session of theirs may be good. */
  readonly has: boolean
}

/** Why sessions are over: their person signed out, or staff withdrew access. */
export type Ending = 'signedOut' | 'revoked'

const nobody: Known = { turn: 0, invited: null, revokedAt: null, signedInAt: null, link: null, has: false }

/** Who is signed in and who may be, as the records say it in their order. */
export function createAccess() {
  const open = new Map<string, Session & { readonly expires: number }>()
  const usedLinks = new Set<string>()
  const voidLinks = new Set<string>()
  const people = new Map<string, Known>()

  const keyOf = ({ competition, person }: Session): string => `${competition}/${person}`
  const knownOf = (session: Session): Known => people.get(keyOf(session)) ?? nobody
  const know = (session: Session, next: Partial<Known>): void =>
    void people.set(keyOf(session), { ...knownOf(session), ...next })

  function isGood(session: Session, link: string, turn: number): boolean {
    return !usedLinks.has(link) && !voidLinks.has(link) && knownOf(session).turn === turn
  }

  /** Takes a record and answers what it ended, or null. Of two sessions from one link the first stands. */
  function take(record: AccessRecord): Ending | null {
    switch (record.kind) {
      case 'ended':
        return open.delete(record.token) ? 'signedOut' : null
      case 'session': {
        const { token, competition, person, link, expires, turn = 0, opened = null } = record
        if (!isGood(record, link, turn)) return null
        usedLinks.add(link)
        open.set(token, { competition, person, expires })
        const known = knownOf(record)
        const isInvitation = known.link === link && known.invited !== null
        know(record, {
          signedInAt: opened,
          has: true,
          ...(isInvitation ? { invited: { ...known.invited, takenAt: opened } } : {}),
        })
        return null
      }
      case 'invited': {
        const { link, at, until, by } = record
        const before = knownOf(record).link
        if (before !== null) voidLinks.add(before)
        know(record, { link, invited: { at, until, by, takenAt: null }, revokedAt: null, has: true })
        return null
      }
      case 'revoked': {
        const { turn } = knownOf(record)
        // Nobody of staff did: they were removed, and whoever gets their id begins anew.
        if (record.by === null) know(record, { ...nobody, turn: turn + 1 })
        else know(record, { turn: turn + 1, revokedAt: record.at, has: false })
        const theirs = [...open].filter(([, session]) => keyOf(session) === keyOf(record))
        for (const [token] of theirs) open.delete(token)
        return theirs.length > 0 ? 'revoked' : null
      }
      case 'voided': {
        const { turn, invited } = knownOf(record)
        const isWaiting = invited !== null && invited.takenAt === null
        const until = Math.min(invited?.until ?? record.at, record.at)
        know(record, { turn: turn + 1, ...(isWaiting ? { invited: { ...invited, until } } : {}) })
        return null
      }
    }
  }

  return {
    take,
    /** Whether a link opens a session, as far as is known here. */
    isGood,
    session: (token: string) => open.get(token) ?? null,
    standingOf: (session: Session): Standing => knownOf(session),
    /** Who has been invited to a competition or signed in there, and whose access has not been withdrawn since. */
    withAccess: (competition: string): readonly string[] =>
      [...people]
        .filter(([key, { has }]) => has && key.startsWith(`${competition}/`))
        .map(([key]) => key.slice(competition.length + 1)),
  }
}
