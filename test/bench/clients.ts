import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

/** How a server is spoken to, and with what a browser would send along. */
export interface Address {
  readonly dialect: 'y-websocket' | 'hocuspocus'
  readonly port: number
  /** What stands before a document's name. */
  readonly path: string
}

export type Headers = Readonly<Record<string, string>>

/** A server's own provider with a document, as a page has them. */
export interface Client {
  readonly append: (field: string, text: string) => void
  readonly fill: (update: Uint8Array) => void
  readonly has: (field: string) => boolean
  readonly synced: () => boolean
  /** Called when either of the two above may have become true. */
  readonly onChange: (listener: () => void) => void
  /** Cuts the line without a word; the provider dials again. */
  readonly cut: () => void
  readonly close: () => void
}

/** How long y-websocket waits after the first cut before it dials again, in milliseconds. */
export const redialMs = 200

// Each provider listens for the end of the process.
process.setMaxListeners(0)

const hocuspocus = new URL('./peers/hocuspocus-client.mjs', import.meta.url)

/** Opens clients of one server. */
export async function clientsOf(address: Address): Promise<(name: string, headers: Headers) => Client> {
  const { dialect, port, path } = address
  if (dialect === 'y-websocket')
    return (name, headers) => openCopy(`ws://127.0.0.1:${port}${path}`, name, headers)
  const { openHocuspocus }: { openHocuspocus: (port: number, name: string, redialMs: number) => Client } =
    await import(hocuspocus.href)
  return (name) => openHocuspocus(port, name, redialMs)
}

function openCopy(url: string, name: string, headers: Headers): Client {
  const doc = new Y.Doc()
  class KnownSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { ...headers }, perMessageDeflate: false })
    }
  }
  const provider = new WebsocketProvider(url, name, doc, {
    // The provider needs no more of a socket than ws gives it.
    WebSocketPolyfill: KnownSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  return {
    append: (field, text) => {
      const there = doc.getText(field)
      there.insert(there.length, text)
    },
    fill: (update) => Y.applyUpdate(doc, update),
    has: (field) => doc.getText(field).length > 0,
    synced: () => provider.synced,
    onChange: (listener) => {
      provider.on('sync', listener)
      doc.on('update', listener)
    },
    cut: () => {
      const socket: unknown = provider.ws
      if (socket instanceof WebSocket) socket.terminate()
    },
    close: () => {
      provider.destroy()
      doc.destroy()
    },
  }
}
