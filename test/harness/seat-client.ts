import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageYjsSyncStep2, writeSyncStep1 } from 'y-protocols/sync'
import * as Y from 'yjs'
import type { Command } from '../../shared/competition/command.ts'
import type { ReviewView, View } from '../../shared/competition/view.ts'
import { limits, messageTypes, protocolVersion } from '../../shared/protocol/limits.ts'
import type { ClientEvents, CommandAnswer, ServerEvents } from '../../shared/protocol/messages.ts'
import { until } from './until.ts'

// Each stock client listens for the end of the process, and a test has many.
process.setMaxListeners(0)

/** Is given everything that the server sends on a socket, as it came: `live`, or the name of a document. */
export type Tap = (line: string, came: string) => void

export interface SeatClient {
  readonly host: string
  readonly headers: Readonly<Record<string, string>>
  readonly socket: Socket<ServerEvents, ClientEvents>
  /** The newest view. Throws before the first. */
  readonly view: () => View
  readonly review: (id: string) => ReviewView
  readonly send: (command: Command, id?: string) => Promise<CommandAnswer>
  /** Opens a document as a stock y-websocket client does, under a client id of its own or the one given. */
  readonly open: (name: string, client?: number) => Promise<OpenCopy>
  readonly close: () => void
}

export interface OpenCopy {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  /** Resolves when everything done so far is on disk. */
  readonly saved: () => Promise<void>
  /** The number of the last message that the server has said is saved, 0 before the first. */
  readonly savedUpTo: () => number
  /** Resolves when the server has answered a question put now: whatever it sent before is here. */
  readonly caughtUp: () => Promise<void>
  /** What the server told of a refusal, once it has. */
  readonly refusal: () => { readonly code: number; readonly reason: string; readonly sentence: string } | null
  /** The code of the last close by the server, once there was one. */
  readonly closed: () => number | null
}

/** A seat's page without the page: the plain clients of both sockets, dialing 127.0.0.1 by the seat's host. */
export async function openSeat({
  port,
  host,
  cookie,
  tap,
}: {
  port: number
  host: string
  cookie: string
  tap?: Tap
}): Promise<SeatClient> {
  const headers = { host: `${host}:${port}`, origin: `http://${host}:${port}`, cookie }
  const address = `127.0.0.1:${port}`
  const socket: Socket<ServerEvents, ClientEvents> = io(`http://${address}`, {
    transports: ['websocket'],
    extraHeaders: headers,
    auth: { protocol: protocolVersion },
    forceNew: true,
  })
  if (tap) {
    socket.io.engine.on('packet', ({ type, data }) => tap('live', `${type} ${data ?? ''}`))
    socket.io.engine.on('close', (reason) => tap('live', `closed: ${reason}`))
  }
  let newest: View | null = null
  socket.on('view', ({ view }) => {
    newest = view
  })
  const copies: OpenCopy[] = []
  await until(`the first view of ${host}`, () => newest !== null)

  const view = (): View => {
    if (!newest) throw new Error(`${host} has no view yet.`)
    return newest
  }
  return {
    host,
    headers,
    socket,
    view,
    review: (id) => {
      const review = view().reviews.find((candidate) => candidate.id === id)
      if (!review) throw new Error(`${host} sees no review ${id}.`)
      return review
    },
    send: (command, id = randomUUID()) => socket.timeout(20_000).emitWithAck('command', { id, command }),
    open: async (name, client) => {
      const copy = openCopy(`ws://${address}/sync`, name, headers, { tap, client })
      copies.push(copy)
      await until(
        `${name} in sync at ${host}, or refused`,
        () => copy.provider.synced || copy.closed() !== null,
      )
      return copy
    },
    close: () => {
      for (const { provider, doc } of copies) {
        provider.destroy()
        doc.destroy()
      }
      socket.disconnect()
    },
  }
}

/** A stock y-websocket client with our two message types. */
export function openCopy(
  url: string,
  name: string,
  headers: Readonly<Record<string, string>>,
  { tap, client }: { readonly tap?: Tap | undefined; readonly client?: number | undefined } = {},
): OpenCopy {
  const doc = new Y.Doc()
  if (client !== undefined) doc.clientID = client
  class SeatSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { ...headers } })
      this.on('message', (data: Buffer | ArrayBuffer) => {
        const [type, step] = new Uint8Array(data)
        if (type === messageTypes.sync && step === messageYjsSyncStep2) answers += 1
      })
      if (!tap) return
      this.on('message', (data: Buffer | ArrayBuffer) =>
        tap(name, Buffer.from(new Uint8Array(data)).toString('hex')),
      )
      this.on('ping', (data) => tap(name, `ping ${data.toString('hex')}`))
      this.on('close', (code, reason) => tap(name, `closed: ${code} ${reason.toString()}`))
    }
  }
  let number = 0
  let savedNumber = 0
  let answers = 0
  let refusal: ReturnType<OpenCopy['refusal']> = null
  let closed: number | null = null
  let closes = 0
  const provider = new WebsocketProvider(url, name, doc, {
    // The stock client needs no more of a socket than ws gives it.
    WebSocketPolyfill: SeatSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    connect: false,
  })
  provider.messageHandlers[messageTypes.saved] = (_encoder, decoder) => {
    savedNumber = Math.max(savedNumber, decoding.readVarUint(decoder))
  }
  provider.messageHandlers[messageTypes.refused] = (_encoder, decoder) => {
    decoding.readVarUint(decoder)
    refusal = JSON.parse(decoding.readVarString(decoder))
  }
  provider.on('connection-close', (event) => {
    closes += 1
    closed = event?.code ?? closed
  })
  /** Closed for good: the stock client does not come back after 44xx. */
  const isGone = (): boolean => closed !== null && !provider.shouldConnect
  const ask = (): number => {
    number += 1
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageTypes.saved)
    encoding.writeVarUint(encoder, number)
    provider.ws?.send(encoding.toUint8Array(encoder))
    return number
  }
  // A quiet line is kept open by asking, as the page does.
  const quiet = setInterval(() => provider.wsconnected && ask(), limits.savedEveryMs)
  doc.on('destroy', () => clearInterval(quiet))
  provider.connect()
  return {
    doc,
    provider,
    saved: async () => {
      // What was done without a line leaves with the answer to the server's first message, which is before it is in sync.
      await until(`the line of ${name}`, () => provider.synced || isGone())
      const [asked, before] = [ask(), closes]
      await until(`echo ${asked} of ${name}`, () => savedNumber >= asked || closes > before || isGone())
      if (savedNumber < asked) throw new Error(`${name} was closed (${closed}) before it was saved.`)
    },
    savedUpTo: () => savedNumber,
    caughtUp: async () => {
      const before = answers
      const encoder = encoding.createEncoder()
      encoding.writeVarUint(encoder, messageTypes.sync)
      writeSyncStep1(encoder, doc)
      provider.ws?.send(encoding.toUint8Array(encoder))
      await until(`an answer about ${name}`, () => answers > before)
    },
    refusal: () => refusal,
    closed: () => closed,
  }
}
