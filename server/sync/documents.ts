import type { WebSocket } from 'ws'
import type * as Y from 'yjs'
import { mayRead } from '../../shared/competition/access.ts'
import type { Person } from '../../shared/competition/setup.ts'
import { rubricOf } from '../../shared/competition/rubrics.ts'
import { findReview } from '../../shared/competition/state.ts'
import { readForm, type FormRecord } from '../../shared/form/form-record.ts'
import { readSummaryTexts } from '../../shared/form/summary.ts'
import { closeSentences } from '../../shared/protocol/close-codes.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { documentName, parseDocumentName, type DocumentKey } from '../../shared/protocol/names.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import type { Decided } from '../journal/decided.ts'
import { LogFailed } from '../log/log-errors.ts'
import type { Given, Log } from '../log/log.ts'
import type { Ports } from '../ports.ts'
import { goingAway, openConnection, paused, refuseSocket, type Connection } from './connection.ts'
import { refuse } from './refused.ts'
import { openDocument, type Sealed } from './open-document.ts'
import { createProgress, type OnProgress } from './progress.ts'
import { createShelf } from './shelf.ts'
import { writingRules } from './writing-rules.ts'

/** Times and sizes that a test may shorten. */
export interface Timing {
  readonly unloadAfterMs: number
  readonly slowReaderBytes: number
  readonly slowReaderMs: number
  /** How long after an unknown outcome the same append is tried again. */
  readonly retryMs: number
  /** How long after its last use a document's copy is put to rest, and the one on which updates are tried given up. */
  readonly restAfterMs: number
}

const usualTiming: Timing = { ...limits, retryMs: 1_000, restAfterMs: 5_000 }

interface Opening {
  readonly log: Log
  readonly rubric: Rubric
  readonly decided: Decided
  readonly ports: Pick<Ports, 'now' | 'id'>
  readonly timing?: Partial<Timing>
  /** Resolves once all that was revealed stands in the room; false where that cannot be written. */
  readonly published: (review: string) => Promise<boolean>
  /** A document could not be opened or had to stop, or an update could not be judged; whom it concerns has been told. */
  readonly onFailure: (error: unknown) => void
}

/** The documents of one competition. */
export interface Documents {
  /** Serves a document to a person's socket, or refuses it: what the person may not read answers like what does not exist. */
  readonly connect: (socket: WebSocket, person: Person, name: string) => void
  /** Asks again who may read what; to be called after every event of the journal. */
  readonly recheck: () => void
  /** What a form says, or one seat's column of a room, as it is served here. */
  readonly record: (key: DocumentKey, seat?: number) => Promise<FormRecord>
  /** What is written in the summaries of a room, by criterion. */
  readonly summaries: (key: DocumentKey) => Promise<Readonly<Record<string, string>>>
  /** How many rows of a form have points, as far as it is known: a form not read yet counts 0 until `onProgress` tells. */
  readonly rowsDone: (review: string, seat: number) => number
  /** Calls back when a count of `rowsDone` has become another. */
  readonly onProgress: (listener: OnProgress) => void
  /** Calls back when a room has been opened or has changed. The document is not to be written to. */
  readonly onRoomChange: (listener: (review: string, doc: Y.Doc) => void) => void
  /**
   * Runs `work` when everything sent so far on these documents is durable; what is sent later is not judged before it ends.
   * `publish`, `seal` and `record` pass. Rejects (LogFailed) where the server cannot save.
   */
  readonly hold: <T>(keys: readonly DocumentKey[], work: () => Promise<T>) => Promise<T>
  /**
   * Where documents end in the log, each with all of it served here. What is read of them afterwards stands while they still end
   * there. Rejects (LogFailed) where the log does not answer.
   */
  readonly given: (keys: readonly DocumentKey[]) => Promise<readonly Given[]>
  /** Writes an update of the server's own into a document, unless it stands there already. Rejects (LogFailed) likewise. */
  readonly publish: (key: DocumentKey, update: Uint8Array) => Promise<void>
  /** Ends a document for good; the same answer each time. Rejects (LogFailed) likewise. */
  readonly seal: (key: DocumentKey) => Promise<Sealed>
  /** Finishes what was sent, ends all sockets and lets go of the log. */
  readonly close: () => Promise<void>
}

type OnRoomChange = (review: string, doc: Y.Doc) => void

export function openDocuments(opening: Opening): Documents {
  const { log, rubric, decided, ports, onFailure } = opening
  const { state } = decided
  const timing = { ...usualTiming, ...opening.timing }
  const rules = writingRules(rubric, state)
  const rubricFor = (id: string): Rubric => {
    const review = findReview(state(), id)
    return review ? rubricOf(state(), review, rubric) : rubric
  }
  const roomListeners: OnRoomChange[] = []
  /** By document name. */
  const connected = new Map<string, Set<Connection>>()
  let closing: Promise<void> | null = null

  const shelf = createShelf({
    open: (key, onStop) =>
      openDocument({
        log,
        stream: `doc/${documentName(key)}`,
        rules: rules(key),
        decided,
        id: ports.id,
        retryMs: timing.retryMs,
        restAfterMs: timing.restAfterMs,
        onChange: (doc, roots) => onChange(key, doc, roots),
        onFault: onFailure,
        onFailure: (error) => {
          lost(key)
          onStop(error)
        },
      }).then((opened) => {
        // A change may have come while it was open on no node that still runs.
        onChange(key, opened.doc(), new Set())
        return opened
      }),
    unloadAfterMs: timing.unloadAfterMs,
    onFailure,
  })
  /** A form that is watched stays open until the reveal, so that what other nodes write is counted here as well. */
  const watched = new Map<string, { readonly review: string; readonly done: () => void }>()
  const progress = createProgress(rubricFor, (form, count) => {
    const { document, done } = shelf.take(form)
    watched.set(documentName(form), { review: form.review, done })
    document.then(({ doc }) => count(doc())).catch(() => lost(form))
  })

  let countedBy = state().rubric.sha256

  function lost(key: DocumentKey): void {
    watched.get(documentName(key))?.done()
    watched.delete(documentName(key))
    if (key.kind === 'form') progress.lost(key)
  }

  function onChange(key: DocumentKey, doc: Y.Doc, roots: ReadonlySet<string>): void {
    if (key.kind === 'form') progress.changed(key, doc, roots)
    else if (key.kind === 'room') roomListeners.forEach((listener) => listener(key.review, doc))
  }

  function connect(socket: WebSocket, person: Person, name: string): void {
    const key = parseDocumentName(name)
    const mayEnter = (): boolean => key !== null && mayRead(state(), person, key)
    if (!key || !mayEnter()) return refuseSocket(socket, refuse('notFound'))
    if (key.kind !== 'room') return serve(socket, person, key)
    // Revealed a moment ago, the room may still be empty: whoever writes then writes what the server is about to publish once more.
    paused(socket, published(key.review), () => {
      if (mayEnter()) serve(socket, person, key)
      else refuseSocket(socket, refuse('notFound'))
    })
  }

  async function published(review: string): Promise<void> {
    if (!(await opening.published(review))) throw new LogFailed(closeSentences.notSaved)
  }

  function serve(socket: WebSocket, person: Person, key: DocumentKey): void {
    const name = documentName(key)
    if (closing) return socket.close(goingAway)
    const others = connected.get(name) ?? new Set<Connection>()
    const own = [...others].filter((other) => other.person.id === person.id)
    if (own.length >= limits.socketsPerDocument) return refuseSocket(socket, refuse('tooMany'))
    const { document, done } = shelf.take(key)
    const connection = openConnection({
      socket,
      person,
      document,
      now: ports.now,
      readerLimits: timing,
      onClosed: () => {
        others.delete(connection)
        if (others.size === 0) connected.delete(name)
        done()
      },
    })
    connected.set(name, others.add(connection))
  }

  function recheck(): void {
    for (const [name, connections] of connected) {
      const key = parseDocumentName(name)
      for (const connection of connections) {
        if (!key || !mayRead(state(), connection.person, key)) connection.refuse(refuse('notFound'))
      }
    }
    if (state().rubric.sha256 !== countedBy) {
      countedBy = state().rubric.sha256
      // By another version other rows may be done: they are counted when somebody asks next.
      for (const name of watched.keys()) {
        const key = parseDocumentName(name)
        if (key) lost(key)
      }
    }
    for (const [name, { review, done }] of watched) {
      if (!findReview(state(), review)?.revealed) continue
      watched.delete(name)
      done()
    }
  }

  async function hold<T>(keys: readonly DocumentKey[], work: () => Promise<T>): Promise<T> {
    const releases: (() => void)[] = []
    try {
      // In one order for all, so that no two wait for each other.
      const byName = new Map(keys.map((key) => [documentName(key), key]))
      for (const [, key] of [...byName].toSorted(([left], [right]) => (left < right ? -1 : 1))) {
        const { document, done } = shelf.take(key)
        releases.push(done)
        releases.push(await (await document).hold())
      }
      return await work()
    } finally {
      for (const release of releases.toReversed()) release()
    }
  }

  async function end(): Promise<void> {
    for (const connections of connected.values()) for (const connection of connections) connection.end()
    await shelf.close()
  }

  return {
    connect,
    recheck,
    summaries: (key) => shelf.borrow(key, ({ doc }) => readSummaryTexts(doc(), rubricFor(key.review))),
    record: (key, seat) => shelf.borrow(key, ({ doc }) => readForm(doc(), rubricFor(key.review), seat)),
    given: (keys) =>
      Promise.all(
        keys.map((key) =>
          shelf.borrow(key, async (document) => {
            await document.catchUp()
            return document.given()
          }),
        ),
      ),
    rowsDone: (review, seat) => progress.rowsDone({ competition: state().id, review, kind: 'form', seat }),
    onProgress: progress.onProgress,
    onRoomChange: (listener) => void roomListeners.push(listener),
    hold,
    publish: (key, update) => shelf.borrow(key, (document) => document.publish(update)),
    seal: (key) => shelf.borrow(key, (document) => document.seal()),
    close: () => (closing ??= end()),
  }
}
