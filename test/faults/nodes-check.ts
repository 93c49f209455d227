import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import type { JournalEvent } from '../../shared/competition/event.ts'
import { findReview, type Competition } from '../../shared/competition/state.ts'
import { mapTexts, readForm, type FormRecord } from '../../shared/form/form-record.ts'
import { canonicalJson } from '../../shared/record/canonical.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { verifyExport } from '../../server/exports/verify.ts'
import { openJournal, type Journal } from '../../server/journal/journal.ts'
import { loadSigner } from '../../server/journal/signing.ts'
import { realPorts } from '../../server/ports.ts'
import { openReplica } from '../../server/sync/replica.ts'
import { ask } from '../harness/ask.ts'
import type { SeatClient } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'
import type { Cluster, Node } from './nodes-cluster.ts'

/** The journal as it stands in the log. */
export interface History {
  readonly events: readonly JournalEvent[]
  readonly state: Competition
  /** How often a command was carried out. */
  readonly timesDone: (command: string) => number
  /** What a seat attested, in its own words. */
  readonly attested: (review: string, seat: number) => FormRecord | null
}

/** Reads the journal past both nodes. Opening it checks that each entry follows from the one before. */
export function readHistory(cluster: Cluster): Promise<History> {
  return inJournal(cluster, async (journal) => {
    const events = journal.entries().map(({ event }) => event)
    const state = journal.state()
    return {
      events,
      state,
      // What is written together has one salt.
      timesDone: (command) =>
        new Set(events.filter((event) => event.command === command).map(({ salt }) => salt)).size,
      attested: (review, seat) => {
        const found = findReview(state, review)?.seats.find(({ number }) => number === seat)
        return found?.attested ? mapTexts(found.attested.record, journal.text) : null
      },
    }
  })
}

/** Follows the journal past both nodes while something is looked at or waited for. */
export function inJournal<T>(cluster: Cluster, look: (journal: Journal) => Promise<T>): Promise<T> {
  return cluster.inLog(async (log) => {
    const journal = await openJournal({
      log,
      stream: `journal/${cluster.competition()}`,
      ports: realPorts,
      signer: await loadSigner(cluster.folder),
      onDamage: throwIt,
      onFailure: throwIt,
    })
    try {
      return await look(journal)
    } finally {
      journal.close()
    }
  })
}

/** A document as the log holds it. */
export interface StoredDocument {
  readonly sealed: () => boolean
  readonly version: () => number
  /** What it says; of a room, what one seat's column says. */
  readonly record: (seat?: number) => FormRecord
}

/** Follows documents past both nodes while something is looked at or waited for. */
export function inDocuments<T>(
  cluster: Cluster,
  names: readonly string[],
  look: (documents: readonly StoredDocument[]) => T | Promise<T>,
): Promise<T> {
  return cluster.inLog(async (log) => {
    const replicas = names.map((name) =>
      openReplica({
        log,
        stream: `doc/${name}`,
        restAfterMs: 60_000,
        onDelivery: () => undefined,
        onFailure: throwIt,
      }),
    )
    await Promise.all(replicas.map(({ ready }) => ready))
    try {
      return await look(
        replicas.map(({ doc, sealed, version }) => ({
          sealed,
          version,
          record: (seat) => readForm(doc(), raceToTheTop, seat),
        })),
      )
    } finally {
      for (const replica of replicas) replica.stop()
    }
  })
}

/** Both nodes serve a document to this person, and say of it what the log holds. */
export async function expectServedAlike(cluster: Cluster, person: string, name: string): Promise<void> {
  const seats = name.endsWith('/room') ? [1, 2, 3, 4, 5] : [undefined]
  const stored = await inDocuments(cluster, [name], ([found]) => seats.map((seat) => found?.record(seat)))
  for (const node of cluster.nodes) {
    const seat = await cluster.seat(person, node)
    const { doc } = await seat.open(name)
    const served = seats.map((number) => readForm(doc, raceToTheTop, number))
    expect(served, `${name} as node ${node.name} serves it`).toEqual(stored)
    seat.close()
  }
}

/** Both nodes show the monitor and staff the same; who is online apart, of which nodes may hear a moment later. */
export async function expectSeenAlike(cluster: Cluster): Promise<void> {
  for (const person of ['monitor', 'staff']) {
    const seats = await Promise.all(cluster.nodes.map((node) => cluster.seat(person, node)))
    const shown = (): string[] =>
      seats.map((seat) => canonicalJson(seat.view()).replaceAll(/"online":(true|false)/g, ''))
    await until(`the same for ${person} on both nodes`, () => new Set(shown()).size === 1)
    for (const seat of seats) seat.close()
  }
}

/** Both nodes export the same, byte for byte but for when, and it verifies. */
export async function expectExportedAlike(cluster: Cluster): Promise<void> {
  const exports: object[] = []
  for (const node of cluster.nodes) {
    const staff = await cluster.seat('staff', node)
    exports.push(await exportOf(staff, node))
    staff.close()
  }
  const [first, second] = exports
  expect({ ...second, ...ofTheMoment }).toEqual({ ...first, ...ofTheMoment })
  const key = readFileSync(path.join(cluster.folder, 'keys', 'signing.pub.pem'), 'utf8')
  expect(verifyExport(first, key)).toMatchObject({ ok: true })
}

async function exportOf(staff: SeatClient, { port }: Node): Promise<object> {
  const { status, body } = await ask(port, staff.host, '/api/export', { headers: staff.headers })
  if (status !== 200) throw new Error(`There is no export: ${status} ${body}`)
  return JSON.parse(body) as object
}

/** What two exports of the same journal differ in. */
const ofTheMoment = { exportedAt: 0, signature: '' }

function throwIt(error: unknown): void {
  throw error
}
