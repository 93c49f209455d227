import { z } from 'zod'
import type { Refusal } from '../../shared/competition/refusal.ts'
import { followStream } from '../log/followed.ts'
import { LogCorrupt } from '../log/log-errors.ts'
import type { Checkpoint, Log, LogEntry } from '../log/log.ts'
import { readJson, readRecord } from '../log/read-record.ts'
import { writeRecords } from '../log/write-records.ts'
import type { Ports } from '../ports.ts'
import { directoryEntrySchema, normalEmail, type DirectoryEntry } from './directory-entry.ts'
import { sound } from './sound-directory.ts'

/**
 * Who the people of a competition are. The journal knows them by ids and roles, and keeps everything for good; what can be erased
 * stands here, in a stream of its own.
 */
export interface Directory {
  readonly all: () => readonly DirectoryEntry[]
  readonly of: (person: string) => DirectoryEntry | null
  /** Whose address this is, in whatever capitals; null where nobody's. */
  readonly byEmail: (email: string) => DirectoryEntry | null
  /** Why these entries would not be taken, by what is known here; null where they would. */
  readonly check: (entries: readonly DirectoryEntry[]) => Refusal | null
  /**
   * Writes all entries, each in place of the person's former one, or none of them. Refused: a field that is missing or too long, what
   * is no e-mail address, an address that two people would have, more than a thousand people. Rejects (LogFailed) where it cannot save.
   */
  readonly put: (entries: readonly DirectoryEntry[]) => Promise<Refusal | null>
  /**
   * Forgets people: once it resolves, nothing of them is in the log. Nothing is refused: who is not known is forgotten. Rejects
   * (LogFailed) where it cannot save; asked again it goes on.
   */
  readonly forget: (people: readonly string[]) => Promise<void>
  readonly onChange: (listener: () => void) => void
  /** Resolves once all that was written by now is known here. Rejects (LogFailed) where the log does not answer. */
  readonly catchUp: () => Promise<void>
  readonly close: () => void
}

const recordSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('put'), entries: z.array(directoryEntrySchema) }),
  z.strictObject({ kind: z.literal('forgotten'), people: z.array(z.string()) }),
])
const wholeSchema = z.strictObject({ entries: z.array(directoryEntrySchema) })

type DirectoryRecord = z.infer<typeof recordSchema>

interface Opening {
  readonly log: Log
  readonly ports: Pick<Ports, 'id'>
  readonly competition: string
  /** What came later cannot be read: the process must not go on. */
  readonly onDamage: (damage: unknown) => void
}

/** Opens the directory of a competition, and takes away what a process that was killed had not. Rejects where it cannot be read. */
export async function openDirectory({ log, ports, competition, onDamage }: Opening): Promise<Directory> {
  const stream = `directory/${competition}`
  let known: ReadonlyMap<string, DirectoryEntry> = new Map()
  /** Somebody was forgotten, and what the log held of them may still be there. */
  let traces = false
  const listeners: (() => void)[] = []

  function take(entries: readonly LogEntry[], checkpoint: Checkpoint | null): void {
    if (checkpoint) {
      known = byPerson(readWhole(stream, checkpoint))
      traces = false
    }
    for (const entry of entries) {
      const record = readRecord(recordSchema, stream, entry)
      known = evolved(known, record)
      if (record.kind === 'forgotten') traces = true
    }
    listeners.forEach((listener) => listener())
  }

  const followed = followStream({ log, stream, take, onFailure: onDamage })
  await followed.ready
  if (traces) await trim()

  /** The whole map stands for all that was written until now. Nobody can append between the two: a checkpoint names its version. */
  async function trim(): Promise<void> {
    const whole = { entries: [...known.values()] }
    await log.checkpoint(stream, followed.version(), new TextEncoder().encode(JSON.stringify(whole)))
    traces = false
  }

  const write = (make: () => readonly DirectoryRecord[]): Promise<void> =>
    writeRecords({ log, ports, stream, followed }, make)

  return {
    all: () => [...known.values()],
    of: (person) => known.get(person) ?? null,
    byEmail: (email) => {
      const wanted = normalEmail(email)
      return [...known.values()].find((entry) => entry.email === wanted) ?? null
    },
    check: (entries) => {
      const put = sound(known, entries)
      return 'refused' in put ? put : null
    },
    put: async (entries) => {
      await followed.catchUp()
      let refusal: Refusal | null = null
      await write(() => {
        const put = sound(known, entries)
        refusal = 'refused' in put ? put : null
        const changed = 'refused' in put ? [] : put.filter((entry) => !isSame(entry, known.get(entry.person)))
        return changed.length === 0 ? [] : [{ kind: 'put', entries: changed }]
      })
      return refusal
    },
    forget: async (people) => {
      await followed.catchUp()
      await write(() => {
        const found = people.filter((person) => known.has(person))
        return found.length === 0 ? [] : [{ kind: 'forgotten', people: found }]
      })
      if (traces) await trim()
    },
    onChange: (listener) => void listeners.push(listener),
    catchUp: followed.catchUp,
    close: followed.stop,
  }
}

function evolved(
  known: ReadonlyMap<string, DirectoryEntry>,
  record: DirectoryRecord,
): ReadonlyMap<string, DirectoryEntry> {
  const next = new Map(known)
  if (record.kind === 'put') for (const entry of record.entries) next.set(entry.person, entry)
  else for (const person of record.people) next.delete(person)
  return next
}

function byPerson(entries: readonly DirectoryEntry[]): ReadonlyMap<string, DirectoryEntry> {
  return new Map(entries.map((entry) => [entry.person, entry]))
}

function isSame(one: DirectoryEntry, other: DirectoryEntry | undefined): boolean {
  return other !== undefined && JSON.stringify(one) === JSON.stringify(other)
}

function readWhole(stream: string, { version, bytes }: Checkpoint): readonly DirectoryEntry[] {
  const whole = wholeSchema.safeParse(readJson(bytes))
  if (whole.success) return whole.data.entries
  throw new LogCorrupt(
    `The log is damaged: the checkpoint ${version} of the stream ${stream} cannot be read. Nothing was changed. Put back the last good copy.`,
  )
}
