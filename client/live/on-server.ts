import * as decoding from 'lib0/decoding'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { messageTypes } from '../../shared/protocol/limits.ts'

/** What precedes a state vector in a sync message, as y-protocols numbers it. */
const step1 = 0

/**
 * Whether the server had an item when it was last asked what it has, which it says as it opens a line. An edit can be there although
 * the answer that says so was lost.
 */
export function watchServer(provider: WebsocketProvider): (id: Y.ID) => boolean {
  let has: ReadonlyMap<number, number> = new Map()
  const read = provider.messageHandlers[messageTypes.sync]
  if (!read) throw new Error('The provider reads no sync messages.')
  provider.messageHandlers[messageTypes.sync] = (encoder, decoder, ...rest) => {
    const ahead = decoding.clone(decoder)
    if (decoding.readVarUint(ahead) === step1) has = Y.decodeStateVector(decoding.readVarUint8Array(ahead))
    read(encoder, decoder, ...rest)
  }
  return ({ client, clock }) => clock < (has.get(client) ?? 0)
}
