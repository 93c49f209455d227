import * as Y from 'yjs'
import { closeSentences } from '../../shared/protocol/close-codes.ts'
import { sha256Hex } from '../../shared/record/hash.ts'
import type { Decided } from '../journal/decided.ts'
import { LogFailed } from '../log/log-errors.ts'
import type { Given, Log, NewEntry } from '../log/log.ts'
import { createAppender } from './appender.ts'
import { framesFor } from './broadcast.ts'
import { createCandidate } from './candidate.ts'
import { createCheckpoints } from './checkpoints.ts'
import { emptyUpdate, encodeEntry, serverAuthor } from './entry.ts'
import { refuse } from './refused.ts'
import { openReplica, type Delivery } from './replica.ts'
import { createWriteQueue, type Writer } from './write-queue.ts'
import type { WritingRules } from './writing-rules.ts'

/** A socket on a document, as the document sees it. */
export interface Peer extends Writer {
  /** Hands on what others wrote. `before` is what the served copy knew before that. */
  readonly deliver: (doc: () => Y.Doc, frame: Uint8Array, before: () => Uint8Array) => void
}

/** A document as it was when its stream was sealed. */
export interface Sealed {
  /** The version of the seal. */
  readonly version: number
  /** Of the document's whole state as one update, V1. */
  readonly sha256: string
}

export interface OpenDocument {
  /** The served copy, to be asked for each time. Nobody but its replica writes to it. */
  readonly doc: () => Y.Doc
  readonly join: (peer: Peer) => void
  readonly leave: (peer: Peer) => void
  readonly update: (from: Peer, update: Uint8Array, early: boolean) => void
  readonly saved: (from: Peer, number: number) => void
  /** Resolves once all that the log holds of it is served. Rejects (LogFailed) where the log does not answer. */
  readonly catchUp: () => Promise<void>
  /** Where the document ends in the log, as it is served. */
  readonly given: () => Given
  /** Resolves with its release when all that came before is durable. Rejects (LogFailed) where that is not known. */
  readonly hold: () => Promise<() => void>
  /** Writes what the server itself has to say, unless it stands there. Rejects (LogFailed) where it may not be written. */
  readonly publish: (update: Uint8Array) => Promise<void>
  /** Ends the document for good, on every node. Again, it answers the same. Rejects (LogFailed) as `publish` does. */
  readonly seal: () => Promise<Sealed>
  /** Finishes what has come, and lets go. */
  readonly close: () => Promise<void>
}

interface Opening {
  readonly log: Log
  readonly stream: string
  readonly rules: WritingRules
  readonly decided: Decided
  readonly id: () => string
  /** How long after an unknown outcome the same append is tried again. */
  readonly retryMs: number
  /** How long after the last update the copy is kept on which updates are tried, and after the last use the served one. */
  readonly restAfterMs: number
  /** Called for what comes, with the names of the roots that changed. */
  readonly onChange: (doc: Y.Doc, roots: ReadonlySet<string>) => void
  /** An update could not be judged. Its author was refused, and the document goes on. */
  readonly onFault: (error: unknown) => void
  /** The document stopped: it must be opened anew. Its peers have been told. */
  readonly onFailure: (error: unknown) => void
}

/** Opens a document from its stream. Rejects when that cannot be read. */
export async function openDocument(opening: Opening): Promise<OpenDocument> {
  const { log, stream, rules, decided, id, retryMs, restAfterMs, onChange } = opening
  const peers = new Set<Peer>()
  const replica = openReplica({
    log,
    stream,
    restAfterMs,
    onDelivery: handOn,
    onFailure: fail,
  })
  const { doc } = replica
  const candidate = createCandidate(replica)
  const appender = createAppender<Peer>({ log, stream, replica, id, retryMs, onFailure: fail })
  const queue = createWriteQueue({
    candidate,
    appender,
    rules,
    decided,
    version: replica.version,
    catchUp: replica.catchUp,
    onFault: opening.onFault,
    onFailure: fail,
  })
  const rest = setTimeout(candidate.drop, restAfterMs).unref()
  const checkpoints = createCheckpoints({ replica, retryMs, onFault: opening.onFault })
  await replica.ready
  checkpoints.consider()

  function handOn({ entries, before, roots }: Delivery): void {
    const updates = entries.map((entry) => ({ update: entry.update, from: appender.authorOf(entry) }))
    for (const [peer, frame] of framesFor(peers, updates)) peer.deliver(doc, frame, before)
    onChange(doc(), roots)
    checkpoints.consider()
  }

  function fail(error: unknown): void {
    letGo()
    for (const peer of peers) peer.refuse(refuse('notSaved'))
    opening.onFailure(error)
  }

  function letGo(): void {
    clearTimeout(rest)
    void checkpoints.stop()
    appender.close()
    replica.stop()
  }

  /** Appends one entry of the server's own, unless `isDone` says that it is not needed. */
  async function write(entry: NewEntry, isDone: () => boolean): Promise<void> {
    while (!isDone()) {
      const outcome = await appender.append(replica.version(), [entry])
      if (outcome.kind === 'unknown') throw new LogFailed(closeSentences.notSaved)
      if (outcome.kind === 'sealed' && !isDone())
        throw new Error(`${stream} was sealed before it was complete.`)
    }
  }

  return {
    doc,
    join: (peer) => peers.add(peer),
    leave: (peer) => peers.delete(peer),
    update: (from, update, early) => {
      rest.refresh()
      queue.push({ kind: 'update', from, update, early })
    },
    saved: (from, number) => queue.push({ kind: 'saved', from, number }),
    catchUp: replica.catchUp,
    given: () => ({ stream, version: replica.version() }),
    hold: queue.hold,
    publish: (update) => {
      const bytes = encodeEntry({ author: serverAuthor, update })
      return write({ bytes }, () => Y.snapshotContainsUpdate(Y.snapshot(doc()), update))
    },
    seal: async () => {
      const bytes = encodeEntry({ author: serverAuthor, update: emptyUpdate })
      await write({ bytes, seal: true }, replica.sealed)
      return { version: replica.version(), sha256: stateHash(doc()) }
    },
    close: async () => {
      await queue.settled()
      letGo()
      await checkpoints.close()
    },
  }
}

/** Of the state as a copy has it that was just opened, so that it does not depend on the way in which the items came. */
function stateHash(doc: Y.Doc): string {
  const fresh = new Y.Doc()
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc))
  return sha256Hex(Y.encodeStateAsUpdate(fresh))
}
