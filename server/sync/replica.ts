import * as Y from 'yjs'
import { followStream, type Followed } from '../log/followed.ts'
import type { Checkpoint, Log, LogEntry } from '../log/log.ts'
import { decodeCheckpoint, decodeEntry, encodeCheckpoint } from './entry.ts'
import { rootName } from './root-name.ts'
import { createServedCopy } from './served-copy.ts'

/** What one delivery of the log brought. */
export interface Delivery {
  readonly entries: readonly { readonly version: number; readonly id: string; readonly update: Uint8Array }[]
  /** What the served copy knew before, as a state vector. */
  readonly before: () => Uint8Array
  /** The names of the roots that changed. */
  readonly roots: ReadonlySet<string>
}

/** The served copy of a document. The log alone feeds it, so that what is served is durable and nothing is served twice. */
export interface Replica extends Followed {
  /** To be asked for each time. */
  readonly doc: () => Y.Doc
  /** Whose entry first used each client id. */
  readonly owners: ReadonlyMap<number, string>
  readonly sealed: () => boolean
  /** How much was read that no checkpoint of this replica stands for, nor one that it was given. */
  readonly sinceCheckpoint: () => { readonly entries: number; readonly bytes: number }
  /** Stores what is served for all that it was made of. Rejects (LogFailed) where it could not be stored. */
  readonly checkpoint: () => Promise<void>
}

interface Following {
  readonly log: Log
  readonly stream: string
  /** How long after the last use the served copy is put to rest. */
  readonly restAfterMs: number
  /** Called for what comes once the replica is ready, after it has been applied. */
  readonly onDelivery: (delivery: Delivery) => void
  /** A ready replica was brought something that cannot be served, and has stopped. */
  readonly onFailure: (error: unknown) => void
}

/** Follows a document's stream from its beginning. */
export function openReplica({ log, stream, restAfterMs, onDelivery, onFailure }: Following): Replica {
  const owners = new Map<number, string>()
  let version = 0
  /** Of the entries read so far. */
  let bytes = 0
  let checkpointed = { version: 0, bytes: 0 }
  let sealed = false
  let open = false
  let roots = new Set<string>()
  let known = new Map<number, number>()
  const copy = createServedCopy({
    restAfterMs,
    onTransaction: ({ changed, beforeState }) => {
      known = beforeState
      for (const type of changed.keys()) roots.add(rootName(type))
    },
  })

  function take(doc: Y.Doc, checkpoint: Checkpoint): void {
    const { owners: known, update } = decodeCheckpoint(checkpoint.bytes)
    for (const [client, person] of known) owners.set(client, person)
    Y.applyUpdate(doc, update)
    version = checkpoint.version
    checkpointed = { version, bytes }
    sealed = checkpoint.seal
  }

  function apply(doc: Y.Doc, entry: LogEntry): Delivery['entries'][number] {
    const { author, update } = decodeEntry(entry.bytes)
    for (const client of Y.parseUpdateMeta(update).from.keys()) {
      if (!owners.has(client)) owners.set(client, author)
    }
    Y.applyUpdate(doc, update)
    if (doc.store.pendingStructs || doc.store.pendingDs) {
      throw new Error(`Version ${entry.version} of ${stream} builds on something that is not there.`)
    }
    version = entry.version
    bytes += entry.bytes.byteLength
    sealed = entry.seal
    return { version, id: entry.id, update }
  }

  function deliver(entries: readonly LogEntry[], checkpoint: Checkpoint | null): void {
    const doc = copy.doc()
    roots = new Set()
    // In one transaction, which costs much less than one for each.
    const applied = doc.transact(() => {
      if (checkpoint) take(doc, checkpoint)
      return entries.map((entry) => apply(doc, entry))
    })
    if (!open) return
    // Made only for whoever was left out.
    const state = known
    const before = (): Uint8Array => Y.encodeStateVector(state)
    // A checkpoint says no more what it is made of: all that is new stands for it.
    const all = () => [{ version, id: '', update: Y.encodeStateAsUpdate(doc, before()) }]
    onDelivery({ entries: checkpoint ? all() : applied, before, roots })
  }

  async function checkpoint(): Promise<void> {
    const at = { version, bytes }
    await log.checkpoint(
      stream,
      version,
      encodeCheckpoint({ owners, update: Y.encodeStateAsUpdate(copy.doc()) }),
    )
    if (at.version > checkpointed.version) checkpointed = at
  }

  const { ready, reached, catchUp, stop } = followStream({ log, stream, take: deliver, onFailure })

  return {
    doc: copy.doc,
    owners,
    version: () => version,
    sealed: () => sealed,
    ready: ready.then(() => {
      open = true
    }),
    sinceCheckpoint: () => ({
      entries: version - checkpointed.version,
      bytes: bytes - checkpointed.bytes,
    }),
    checkpoint,
    reached,
    catchUp,
    stop: () => {
      copy.stop()
      stop()
    },
  }
}
