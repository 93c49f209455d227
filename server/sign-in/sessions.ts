import { createHash } from 'node:crypto'
import { z } from 'zod'
import { limits } from '../../shared/protocol/limits.ts'
import { cannotSave } from '../journal/cannot-save.ts'
import { appendKnown } from '../log/append-known.ts'
import { followStream } from '../log/followed.ts'
import { LogFailed } from '../log/log-errors.ts'
import type { Log, LogEntry } from '../log/log.ts'
import { readRecord } from '../log/read-record.ts'
import type { Ports } from '../ports.ts'

const recordSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('session'),
    token: z.string(),
    competition: z.string(),
    person: z.string(),
    link: z.string(),
    expires: z.int(),
  }),
  z.strictObject({ kind: z.literal('ended'), token: z.string() }),
])

type AccessRecord = z.infer<typeof recordSchema>

export interface Session {
  readonly competition: string
  readonly person: string
}

/** Who is signed in: opaque tokens whose hashes stand in the log, revocable at once, and links that open one session each. */
export interface Sessions {
  /** Opens a session and returns its token, or null where the link has been used before. */
  readonly open: (session: Session, link: string) => Promise<string | null>
  readonly find: (token: string) => Session | null
  readonly end: (token: string) => Promise<void>
  /** Calls back when a session has been ended, on whichever node. */
  readonly onEnd: (listener: () => void) => void
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
  const open = new Map<string, Session & { expires: number }>()
  const usedLinks = new Set<string>()
  const listeners: (() => void)[] = []

  const take = (entry: LogEntry): void => {
    const record = readRecord(recordSchema, stream, entry)
    if (record.kind === 'ended') {
      if (open.delete(record.token)) listeners.forEach((listener) => listener())
      return
    }
    // Of two sessions from one link the log keeps the order: the first stands.
    if (usedLinks.has(record.link)) return
    usedLinks.add(record.link)
    open.set(record.token, {
      competition: record.competition,
      person: record.person,
      expires: record.expires,
    })
  }
  const followed = followStream({
    log,
    stream,
    take: (entries) => entries.forEach(take),
    onFailure: onDamage,
  })
  await followed.ready

  const write = async (record: AccessRecord): Promise<void> => {
    for (;;) {
      const bytes = new TextEncoder().encode(JSON.stringify(record))
      const outcome = await appendKnown(log, stream, followed.version(), [{ bytes }], { id: ports.id() })
      if (outcome.kind === 'appended') return followed.reached(outcome.version)
      if (outcome.kind !== 'conflict') throw new LogFailed(cannotSave.sentence)
      await followed.reached(outcome.at)
    }
  }

  return {
    open: async ({ competition, person }, link) => {
      if (usedLinks.has(hashed(link))) return null
      const token = ports.secret()
      const expires = ports.now() + limits.sessionMs
      await write({ kind: 'session', token: hashed(token), competition, person, link: hashed(link), expires })
      return open.has(hashed(token)) ? token : null
    },
    find: (token) => {
      const session = open.get(hashed(token))
      if (!session || session.expires < ports.now()) return null
      return { competition: session.competition, person: session.person }
    },
    end: (token) => write({ kind: 'ended', token: hashed(token) }),
    onEnd: (listener) => void listeners.push(listener),
    catchUp: followed.catchUp,
    close: followed.stop,
  }
}

/** Tokens and links are kept by their hash alone: whoever reads the log can sign in with neither. */
function hashed(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
