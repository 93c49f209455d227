import WebSocket from 'ws'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { limits, messageTypes } from '../../../shared/protocol/limits.ts'
import { pageHeaders } from './ask-server.ts'
import type { ServerAt } from './said.ts'

/** A document as a played seat holds it open. */
export interface HeldCopy {
  /** Null until the server's copy is here, and while there is no line. */
  readonly doc: () => Y.Doc | null
  /** Resolves with whether everything done so far is on the server; false once its line has ended. */
  readonly saved: () => Promise<boolean>
  /** Whether the server has closed it for good: a fresh one has to be opened. */
  readonly isOver: () => boolean
  readonly close: () => void
}

interface Opening {
  readonly at: ServerAt
  readonly host: string
  readonly cookie: string
  readonly name: string
  /** Its content, or whether it is here, has changed. */
  readonly changed: () => void
}

/** Opens a document with the stock client and the number that asks whether edits are saved. */
export function holdCopy({ at, host, cookie, name, changed }: Opening): HeldCopy {
  const doc = new Y.Doc()
  const headers = pageHeaders(host, at.port, cookie)
  class SeatSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers })
    }
  }
  const awareness = new Awareness(doc)
  awareness.setLocalState(null)
  const provider = new WebsocketProvider(`ws://${at.address}:${at.port}/sync`, name, doc, {
    // The stock client needs no more of a socket than ws gives it.
    WebSocketPolyfill: SeatSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    connect: false,
    awareness,
  })
  let asked = 0
  const waiting = new Map<number, (saved: boolean) => void>()

  function answer(upTo: number, saved: boolean): void {
    for (const [number, resolve] of waiting) {
      if (number > upTo) continue
      waiting.delete(number)
      resolve(saved)
    }
  }

  function ask(): void {
    if (!provider.wsconnected) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageTypes.saved)
    encoding.writeVarUint(encoder, asked)
    provider.ws?.send(encoding.toUint8Array(encoder))
  }

  provider.messageHandlers[messageTypes.saved] = (_encoder, decoder) =>
    answer(decoding.readVarUint(decoder), true)
  // A refusal is followed by the close of its line, which says as much.
  provider.messageHandlers[messageTypes.refused] = () => undefined
  provider.on('sync', changed)
  provider.on('connection-close', () => {
    answer(asked, false)
    changed()
  })
  doc.on('update', changed)
  const quiet = setInterval(ask, limits.savedEveryMs)
  provider.connect()
  return {
    doc: () => (provider.synced ? doc : null),
    saved: () =>
      new Promise((resolve) => {
        if (!provider.synced) return resolve(false)
        asked += 1
        waiting.set(asked, resolve)
        ask()
      }),
    isOver: () => !provider.shouldConnect,
    close: () => {
      clearInterval(quiet)
      provider.destroy()
      doc.destroy()
      answer(asked, false)
    },
  }
}
