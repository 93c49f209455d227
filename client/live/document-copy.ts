import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { closeCodes, closeSentences, type CloseReason } from '../../shared/protocol/close-codes.ts'
import { limits, messageTypes } from '../../shared/protocol/limits.ts'
import { personParameter } from '../../shared/protocol/names.ts'
import { GroupedSocket } from './grouped-socket.ts'
import { watchServer } from './on-server.ts'
import { watchTwiceScored } from './twice-scored.ts'
import { unsavedFields, type Unsaved } from './unsaved.ts'

/** Where a document's line and its edits are. Times in milliseconds since 1970, by this computer's clock. */
export interface CopyStatus {
  readonly line: 'connecting' | 'online' | 'offline' | 'stopped'
  /** Since when nothing typed here arrives: there is no line, or the server is unable. Null while it may, and before the first line. */
  readonly since: number | null
  /** Whether the server has answered that it cannot save. Holds over new lines, until it has saved again. */
  readonly unable: boolean
  /** Whether the server's copy has arrived since the document was opened. */
  readonly synced: boolean
  readonly syncedAt: number | null
  readonly typedAt: number | null
  readonly savedAt: number | null
  /** Edits made here so far. */
  readonly edits: number
  /** Edits that the server has not confirmed as durable. */
  readonly waiting: number
  readonly waitingSince: number | null
}

/** Why the server closed a document for good, in words. */
export interface Stopped {
  readonly at: number
  readonly reason: CloseReason
  readonly sentence: string
}

/** One replica of a document on its own line. */
export interface DocumentCopy {
  readonly doc: Y.Doc
  readonly status: () => CopyStatus
  /** Fields with edits that are not confirmed. */
  readonly unsaved: () => readonly Unsaved[]
  /** Takes in what another copy left behind (V1); what of it the server lacks counts as edits made here. */
  readonly adopt: (update: Uint8Array, fields: readonly Unsaved[]) => void
  /** Sends now what would go with the next group. */
  readonly flush: () => void
  /** Ends the line until it is resumed. */
  readonly pause: () => void
  /** Opens the line again after it was stopped or paused. */
  readonly resume: () => void
  readonly destroy: () => void
}

export interface CopyEvents {
  readonly changed: () => void
  readonly stopped: (why: Stopped) => void
}

/** The origin of what was taken in from a copy that is gone. */
const adopted = Symbol('adopted')

/**
 * Opens a replica for a person: under the session of another its line is refused. Edits made in it are counted; a numbered message
 * asks the server to confirm them once they are durable.
 */
export function openCopy(url: string, name: string, person: string, events: CopyEvents): DocumentCopy {
  const doc = new Y.Doc()
  // Presence is the server's to tell, from sessions: this one says nothing.
  const awareness = new Awareness(doc)
  awareness.setLocalState(null)
  const provider = new WebsocketProvider(url, name, doc, {
    connect: false,
    params: { [personParameter]: person },
    // The channel between tabs knows no session: two seats in one browser would trade edits past the server.
    disableBc: true,
    awareness,
    WebSocketPolyfill: GroupedSocket,
  })
  const fields = unsavedFields(doc)
  let edits = 0
  let confirmed = 0
  let told: { sentence: string } | null = null
  /** How often in a row the server has answered that it cannot save. */
  let refusals = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let status: CopyStatus = {
    line: 'connecting',
    since: null,
    unable: false,
    synced: false,
    syncedAt: null,
    typedAt: null,
    savedAt: null,
    edits: 0,
    waiting: 0,
    waitingSince: null,
  }

  function change(next: Partial<CopyStatus>): void {
    status = { ...status, ...next }
    events.changed()
  }

  function sayNumber(): void {
    clearTimeout(timer)
    timer = undefined
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageTypes.saved)
    encoding.writeVarUint(encoder, edits)
    if (provider.wsconnected) provider.ws?.send(encoding.toUint8Array(encoder))
  }

  /** Right after this transaction, whose update is not with the socket yet. */
  function sayNext(): void {
    clearTimeout(timer)
    timer = setTimeout(sayNumber, 0)
  }

  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    const own = transaction.local || transaction.origin === adopted
    if (!own || transaction.changed.size === 0) return
    edits += 1
    fields.touch(transaction, edits)
    if (isTyping(transaction)) timer ??= setTimeout(sayNumber, limits.typingPauseMs)
    else sayNext()
    const now = Date.now()
    change({ typedAt: now, edits, waiting: edits - confirmed, waitingSince: status.waitingSince ?? now })
  })

  watchTwiceScored({ doc, unsaved: fields.list, onServer: watchServer(provider) })
  provider.messageHandlers[messageTypes.saved] = (_encoder, decoder) => {
    const number = decoding.readVarUint(decoder)
    if (number <= confirmed || number > edits) return
    confirmed = number
    refusals = 0
    fields.confirm(number)
    const now = Date.now()
    const waiting = edits - confirmed
    change({ since: null, unable: false, savedAt: now, waiting, waitingSince: waiting > 0 ? now : null })
  }
  provider.messageHandlers[messageTypes.refused] = (_encoder, decoder) => {
    // 0 is y-protocols' "permission denied", the one kind there is.
    if (decoding.readVarUint(decoder) === 0) told = refusalIn(decoding.readVarString(decoder))
  }

  provider.on('status', ({ status: line }) => {
    if (line === 'connecting') provider.ws?.addEventListener('answered', sayNumber)
    if (line === 'connected') told = null
  })
  provider.on('sync', (synced) => {
    if (!synced) return
    const unable = status.unable && status.waiting > 0
    // The provider takes a line that is in sync for a good one; what waits may be refused on it at once, and is not to be sent
    // five times a second.
    if (unable) provider.wsUnsuccessfulReconnects = refusals
    const since = unable ? status.since : null
    change({ line: 'online', since, unable, synced: true, syncedAt: Date.now() })
  })
  provider.on('connection-close', (event) => {
    const unable = event?.code === closeCodes.notSaved
    refusals = unable ? refusals + 1 : 0
    change({ line: 'offline', since: status.since ?? Date.now(), unable })
  })
  provider.on('closed', ({ code }) => {
    const reason = reasonOf(code)
    change({ line: 'stopped', since: status.since ?? Date.now() })
    events.stopped({ at: Date.now(), reason, sentence: told?.sentence ?? closeSentences[reason] })
  })
  const quiet = setInterval(sayNumber, limits.savedEveryMs)
  provider.connect()

  return {
    doc,
    status: () => status,
    unsaved: fields.list,
    adopt: (update, unconfirmed) => {
      Y.applyUpdate(doc, update, adopted)
      fields.remember(unconfirmed)
    },
    flush: () => {
      if (timer) sayNumber()
    },
    pause: () => provider.disconnect(),
    resume: () => provider.connect(),
    destroy: () => {
      clearInterval(quiet)
      clearTimeout(timer)
      provider.destroy()
      doc.destroy()
    },
  }
}

/** What is typed goes in groups. A score, an answer or a tick is given in one go, and the others wait for it. */
function isTyping({ changed }: Y.Transaction): boolean {
  return ![...changed.keys()].some((type) => type instanceof Y.Map)
}

function reasonOf(code: number): CloseReason {
  const found = Object.entries(closeCodes).find(([, candidate]) => candidate === code)
  return found ? (found[0] as CloseReason) : 'malformed'
}

function refusalIn(json: string): { sentence: string } | null {
  try {
    const told = JSON.parse(json) as { readonly sentence?: unknown }
    return typeof told.sentence === 'string' ? { sentence: told.sentence } : null
  } catch {
    return null
  }
}
