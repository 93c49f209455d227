import { createHash } from 'node:crypto'
import { limits } from '../../shared/protocol/limits.ts'
import { followStream } from '../log/followed.ts'
import type { Log } from '../log/log.ts'
import { readRecord } from '../log/read-record.ts'
import { writeRecords } from '../log/write-records.ts'
import type { Ports } from '../ports.ts'
import { createAccess, type Ending, type Session, type Standing } from './access.ts'
import { accessRecordSchema, type AccessRecord } from './access-record.ts'
import type { LinkContent } from './links.ts'

export type { Session } from './access.ts'

interface Asking {
  readonly competition: string
  readonly people: readonly string[]
  /** Who asks for it; null where the server was started to do so. */
  readonly by: string | null
}

/** Who is signed in, and who may be: opaque tokens whose hashes stand in the log, revocable at once, and links that open one session each. */
export interface Sessions {
  /** Opens a session and returns its token, or null where the link has been used before, or is void. */
  readonly open: (link: Omit<LinkContent, 'expires'>) => Promise<string | null>
  readonly find: (token: string) => Session | null
  readonly end: (token: string) => Promise<void>
  /** Records an invitation for each, all or none, and returns what their links are made of. Their earlier ones are void then. */
  readonly invite: (asking: Asking) => Promise<readonly LinkContent[]>
  /** Withdraws access of all or none: their links are void and their sessions over, on every node. */
  readonly revoke: (asking: Asking) => Promise<void>
  /** Makes all links of people void, and leaves who is signed in. */
  readonly voidLinks: (asking: Asking) => Promise<void>
  readonly standingOf: (session: Session) => Standing
  /** Who has been invited to a competition or signed in there, and whose access has not been withdrawn since. */
  readonly withAccess: (competition: string) => readonly string[]
  /** Calls back when sessions have been ended, on whichever node. */
  readonly onEnd: (listener: (ending: Ending) => void) => void
  /** Resolves once every session that was opened or ended by now is known here. Rejects (LogFailed) where the log does not answer. */
  readonly catchUp: () => Promise<void>
  readonly close: () => void
}

const stream = 'access'

/** Opens the sessions that stand in the log. `onDamage`: what came later cannot be read, and the process must not go on. */
export async function openSessions(
  log: Log,
  ports: Ports,
  onDamage: (damage: unknown) => void,
): Promise<Sessions> {
  const access = createAccess()
  const listeners: ((ending: Ending) => void)[] = []
  const followed = followStream({
    log,
    stream,
    take: (entries) => {
      for (const entry of entries) {
        const ending = access.take(readRecord(accessRecordSchema, stream, entry))
        if (ending) listeners.forEach((listener) => listener(ending))
      }
    },
    onFailure: onDamage,
  })
  await followed.ready

  const write = (make: () => readonly AccessRecord[]): Promise<void> =>
    writeRecords({ log, ports, stream, followed }, make)

  return {
    open: async ({ competition, person, once, turn }) => {
      const link = hashed(once)
      if (!access.isGood({ competition, person }, link, turn)) return null
      const token = ports.secret()
      const opened = ports.now()
      const expires = opened + limits.sessionMs
      const session = { competition, person, link, expires, turn, opened }
      await write(() => [{ kind: 'session', token: hashed(token), ...session }])
      return access.session(hashed(token)) ? token : null
    },
    find: (token) => {
      const session = access.session(hashed(token))
      if (!session || session.expires < ports.now()) return null
      return { competition: session.competition, person: session.person }
    },
    end: (token) => write(() => [{ kind: 'ended', token: hashed(token) }]),
    invite: async ({ competition, people, by }) => {
      const at = ports.now()
      const until = at + limits.invitationMs
      let made: readonly LinkContent[] = []
      await write(() => {
        // The turn at the very place in the log where the invitation comes to stand.
        made = people.map((person) => {
          const { turn } = access.standingOf({ competition, person })
          return { competition, person, expires: until, once: ports.secret(), turn }
        })
        return made.map(({ person, once }) => ({
          kind: 'invited',
          competition,
          person,
          link: hashed(once),
          at,
          until,
          by,
        }))
      })
      return made
    },
    revoke: async ({ competition, people, by }) => {
      const at = ports.now()
      await write(() => people.map((person) => ({ kind: 'revoked', competition, person, at, by })))
    },
    voidLinks: async ({ competition, people, by }) => {
      const at = ports.now()
      await write(() => people.map((person) => ({ kind: 'voided', competition, person, at, by })))
    },
    standingOf: access.standingOf,
    withAccess: access.withAccess,
    onEnd: (listener) => void listeners.push(listener),
    catchUp: followed.catchUp,
    close: followed.stop,
  }
}

/** Tokens and links are kept by their hash alone. */
function hashed(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
