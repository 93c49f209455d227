import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { randomUUID } from 'node:crypto'
import { afterEach } from 'vitest'
import WebSocket from 'ws'
import * as Y from 'yjs'
import type { Log } from '../../server/log/log.ts'
import { openMemoryLog } from '../../server/log/memory-log.ts'
import { decodeCheckpoint, decodeEntry } from '../../server/sync/entry.ts'
import { openDocuments, type Documents, type Timing } from '../../server/sync/documents.ts'
import { syncServer } from '../../server/sync/upgrade.ts'
import { inColumn, strengthsField } from '../../shared/form/fields.ts'
import { documentName, type DocumentKey } from '../../shared/protocol/names.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { alpha, playTo, startPlay, type Play, type PlayStep } from '../harness/pure-play.ts'
import { openCopy, type OpenCopy } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'

export const formOf = (seat: number): DocumentKey => ({
  competition: 'trial',
  review: alpha,
  kind: 'form',
  seat,
})
export const room: DocumentKey = { competition: 'trial', review: alpha, kind: 'room' }

/** The document side of a server, with sockets, over a log; who knocks says so in a header. */
export interface Hall {
  readonly play: Play
  readonly log: Log
  readonly documents: Documents
  readonly failures: readonly unknown[]
  /** Opens a document as a stock client does, and waits until it is in sync or closed. */
  readonly open: (person: string, key: DocumentKey) => Promise<OpenCopy>
  /** The same without waiting. */
  readonly dial: (person: string, key: DocumentKey) => OpenCopy
  /** A socket without a client on it. */
  readonly raw: (person: string, key: DocumentKey | string) => RawSocket
  /** Ends a person's session. */
  readonly signOut: (person: string) => void
  /** Carries out a change of the competition, and has access asked again as the journal would. */
  readonly change: (how: (play: Play) => void) => void
  readonly close: () => Promise<void>
}

export interface HallOptions {
  readonly step?: PlayStep
  readonly log?: Log
  readonly play?: Play
  readonly timing?: Partial<Timing>
}

/** Opens halls that end with the test that opened them. To be called once, at the top of a file. */
export function hallsOfTests(): (options?: HallOptions) => Promise<Hall> {
  const halls: Hall[] = []
  afterEach(async () => {
    for (const opened of halls.splice(0)) await opened.close()
  })
  return async (options) => {
    const opened = await openHall(options)
    halls.push(opened)
    return opened
  }
}

export async function openHall(options: HallOptions = {}): Promise<Hall> {
  const play = options.play ?? playTo(startPlay({ rubric: raceToTheTop }), options.step ?? 'score')
  const log = options.log ?? openMemoryLog()
  const failures: unknown[] = []
  const signedOut = new Set<string>()
  const documents = openDocuments({
    log,
    rubric: raceToTheTop,
    // What is decided here does not stand in a log: it is judged by as it is.
    decided: { state: play.state, given: () => [], reached: async () => {}, catchUp: async () => {} },
    ports: { now: Date.now, id: randomUUID },
    timing: options.timing ?? {},
    // Whoever tests rooms here writes them as well.
    published: async () => true,
    onFailure: (error) => failures.push(error),
  })
  const http = createServer()
  const sync = syncServer({
    documents: () => documents,
    personOf: ({ headers }) =>
      play.state().people.find(({ id }) => id === headers['x-person'] && !signedOut.has(id)) ?? null,
    catchUp: async () => {},
  })
  http.on('upgrade', sync.upgrade)
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening))
  const url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}/sync`
  const copies: OpenCopy[] = []
  const sockets: WebSocket[] = []

  const dial = (person: string, key: DocumentKey): OpenCopy => {
    const copy = openCopy(url, documentName(key), { 'x-person': person })
    copies.push(copy)
    return copy
  }
  return {
    play,
    log,
    documents,
    failures,
    dial,
    open: async (person, key) => {
      const copy = dial(person, key)
      const settled = () => copy.provider.synced || copy.closed() !== null
      await until(`${documentName(key)} in sync for ${person}`, settled)
      return copy
    },
    raw: (person, key) => {
      const name = typeof key === 'string' ? key : documentName(key)
      const socket = new WebSocket(`${url}/${name}`, { headers: { 'x-person': person } })
      sockets.push(socket)
      return rawSocket(socket)
    },
    signOut: (person) => {
      signedOut.add(person)
      sync.recheck()
    },
    change: (how) => {
      how(play)
      documents.recheck()
    },
    close: async () => {
      for (const { provider, doc } of copies) {
        provider.destroy()
        doc.destroy()
      }
      for (const socket of sockets) socket.terminate()
      await documents.close()
      http.closeAllConnections()
      http.close()
      await once(http, 'close')
    },
  }
}

export interface RawSocket {
  readonly socket: WebSocket
  /** Sends once the socket is open. */
  readonly send: (frame: Uint8Array | string) => Promise<void>
  /** All frames so far, in hexadecimal digits. */
  readonly frames: readonly string[]
  readonly code: () => number | null
  /** Resolves with the code under which it was closed. */
  readonly closed: () => Promise<number>
}

function rawSocket(socket: WebSocket): RawSocket {
  const frames: string[] = []
  let code: number | null = null
  socket.on('message', (data: Buffer) => frames.push(data.toString('hex')))
  socket.on('close', (closedWith) => {
    code = closedWith
  })
  // A socket that is ended while it opens says so by an error.
  socket.on('error', () => undefined)
  return {
    socket,
    frames,
    code: () => code,
    send: async (frame) => {
      if (socket.readyState === WebSocket.CONNECTING) await once(socket, 'open')
      socket.send(frame)
    },
    closed: async () => {
      await until('the socket to be closed', () => code !== null)
      return code ?? 0
    },
  }
}

/** A document as its stream in the log tells it. */
export async function logged(log: Log, key: DocumentKey): Promise<Y.Doc> {
  const doc = new Y.Doc()
  const { checkpoint, entries } = await log.read(`doc/${documentName(key)}`, 0, 100_000)
  if (checkpoint) Y.applyUpdate(doc, decodeCheckpoint(checkpoint.bytes).update)
  for (const { bytes } of entries) Y.applyUpdate(doc, decodeEntry(bytes).update)
  return doc
}

/** A document byte for byte. */
export function bytesOf(doc: Y.Doc): string {
  return Buffer.from(Y.encodeStateAsUpdate(doc)).toString('hex')
}

/** What a copy would send if it wrote a word into r1's column under a client id. */
export function wordUnder(client: number, copy: OpenCopy): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(copy.doc))
  doc.clientID = client
  const before = Y.encodeStateVector(doc)
  doc.getText(inColumn(1, strengthsField('(A)(1)'))).insert(0, 'A word. ')
  return Y.encodeStateAsUpdate(doc, before)
}
