import { z } from 'zod'
import { followStream } from '../log/followed.ts'
import type { Log, LogEntry } from '../log/log.ts'
import { readRecord } from '../log/read-record.ts'
import { writeRecords } from '../log/write-records.ts'
import type { Ports } from '../ports.ts'
import { mailRetriesMs, type Outcome } from './outbox.ts'

export const letterKinds = ['invitation', 'signIn', 'reminder'] as const
export type LetterKind = (typeof letterKinds)[number]

const recordSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('queued'),
    at: z.int(),
    letters: z.array(
      z.strictObject({
        id: z.string(),
        person: z.string(),
        what: z.enum(letterKinds),
        /** What it is about, where it is to be sent once only. */
        once: z.string().nullable(),
      }),
    ),
  }),
  z.strictObject({ kind: z.literal('sent'), id: z.string(), at: z.int() }),
  z.strictObject({ kind: z.literal('failed'), id: z.string(), at: z.int(), sentence: z.string() }),
])

type MailRecord = z.infer<typeof recordSchema>

/** A letter that is to be sent: to whom, and what it is. No address and no word of it stands in the log. */
export interface Queued {
  readonly person: string
  readonly what: LetterKind
  /** What it is about: nobody is sent two letters about the same. Null where it may be sent again. */
  readonly once: string | null
}

/** How the last letter to a person fared. `unknown`: the server that was to send it is gone. Times in milliseconds since 1970. */
export interface Fared {
  readonly what: LetterKind
  readonly at: number
  readonly is: 'waiting' | 'sent' | 'failed' | 'unknown'
  readonly sentence: string | null
}

/** What was sent to whom, on every node. */
export interface MailLog {
  /**
   * Records letters before they are sent and returns each with its id. Left out are those about what was sent to that
   * person already, on whichever node. Rejects (LogFailed) where it cannot save: then nothing is to be sent.
   */
  readonly queue: (
    letters: readonly Queued[],
  ) => Promise<readonly { readonly id: string; readonly letter: Queued }[]>
  readonly ended: (id: string, outcome: Outcome) => Promise<void>
  readonly wasSent: (person: string, once: string) => boolean
  readonly lastTo: (person: string, now: number) => Fared | null
  readonly catchUp: () => Promise<void>
  readonly close: () => void
}

/** Beyond this nobody tries any more: the pauses, and an hour for slow lines. */
const givenUpMs = mailRetriesMs.reduce((sum, pause) => sum + pause, 60 * 60_000)

interface Opening {
  readonly log: Log
  readonly ports: Pick<Ports, 'id' | 'now'>
  readonly competition: string
  readonly onDamage: (damage: unknown) => void
}

/** Opens what the log holds of the mails of a competition. Rejects where it cannot be read. */
export async function openMailLog({ log, ports, competition, onDamage }: Opening): Promise<MailLog> {
  const stream = `mail/${competition}`
  const sentOnce = new Set<string>()
  const last = new Map<string, Fared & { readonly id: string }>()
  const owners = new Map<string, string>()

  function take(record: MailRecord): void {
    if (record.kind === 'queued') {
      for (const { id, person, what, once } of record.letters) {
        if (once !== null) sentOnce.add(`${person} ${once}`)
        owners.set(id, person)
        last.set(person, { id, what, at: record.at, is: 'waiting', sentence: null })
      }
      return
    }
    const person = owners.get(record.id)
    const letter = person === undefined ? undefined : last.get(person)
    owners.delete(record.id)
    if (person === undefined || letter?.id !== record.id) return
    const sentence = record.kind === 'failed' ? record.sentence : null
    last.set(person, { ...letter, at: record.at, is: record.kind, sentence })
  }

  const followed = followStream({
    log,
    stream,
    take: (entries: readonly LogEntry[]) => {
      for (const entry of entries) take(readRecord(recordSchema, stream, entry))
    },
    onFailure: onDamage,
  })
  await followed.ready

  const write = (make: () => readonly MailRecord[]): Promise<void> =>
    writeRecords({ log, ports, stream, followed }, make)

  return {
    queue: async (letters) => {
      let queued: readonly { readonly id: string; readonly letter: Queued }[] = []
      await write(() => {
        queued = letters
          .filter(({ person, once }) => once === null || !sentOnce.has(`${person} ${once}`))
          .map((letter) => ({ id: ports.id(), letter }))
        const named = queued.map(({ id, letter: { person, what, once } }) => ({ id, person, what, once }))
        return named.length === 0 ? [] : [{ kind: 'queued', at: ports.now(), letters: named }]
      })
      return queued
    },
    ended: (id, outcome) =>
      write(() => [
        outcome.is === 'sent'
          ? { kind: 'sent', id, at: ports.now() }
          : { kind: 'failed', id, at: ports.now(), sentence: outcome.sentence },
      ]),
    wasSent: (person, once) => sentOnce.has(`${person} ${once}`),
    lastTo: (person, now) => {
      const letter = last.get(person)
      if (!letter) return null
      const { what, at, is, sentence } = letter
      if (is === 'waiting' && now - at > givenUpMs)
        return { what, at, is: 'unknown', sentence: 'It is not known whether this was sent. Send it again.' }
      return { what, at, is, sentence }
    },
    catchUp: followed.catchUp,
    close: followed.stop,
  }
}
