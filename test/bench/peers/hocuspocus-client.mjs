// Hocuspocus speaks a dialect of its own, so it gets its own provider: one socket for each client, as browsers have, and the wait
// before it dials again that the other dialect's provider has. Its copy is of these packages' own Yjs: two do not mix.
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import WebSocket from 'ws'
import * as Y from 'yjs'

class PlainSocket extends WebSocket {
  constructor(url, protocols) {
    super(url, protocols, { perMessageDeflate: false })
  }
}

/** Opens a document: see `Client` of ../clients.ts for what is answered. */
export function openHocuspocus(port, name, redialMs) {
  const doc = new Y.Doc()
  const line = new HocuspocusProviderWebsocket({
    url: `ws://127.0.0.1:${port}`,
    WebSocketPolyfill: PlainSocket,
    delay: redialMs,
    minDelay: redialMs,
    jitter: false,
  })
  const provider = new HocuspocusProvider({ websocketProvider: line, name, document: doc, token: 'none' })
  provider.attach()
  return {
    append: (field, text) => {
      const there = doc.getText(field)
      there.insert(there.length, text)
    },
    fill: (update) => Y.applyUpdate(doc, update),
    has: (field) => doc.getText(field).length > 0,
    synced: () => provider.isSynced,
    onChange: (listener) => {
      provider.on('synced', listener)
      doc.on('update', listener)
    },
    cut: () => line.webSocket?.terminate(),
    close: () => {
      provider.destroy()
      line.destroy()
      doc.destroy()
    },
  }
}
