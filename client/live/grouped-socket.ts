import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { messageTypes } from '../../shared/protocol/limits.ts'

/** What follows a sync message's type, as y-protocols numbers it. */
const step2 = 1
const update = 2

/**
 * The socket under a document, with two rules the stock client lacks. Edits leave in groups, when a numbered message asks
 * whether they are saved. And nothing leaves before the whole difference has: an edit made between opening the line and
 * answering the server's first message would arrive with a gap before it, which the server refuses. That answer holds it anyway.
 *
 * A class, because the y-websocket client makes its sockets with `new`. It tells `answered` once the difference has left.
 */
export class GroupedSocket extends WebSocket {
  #answered = false
  #group: Uint8Array[] = []

  override send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
    if (!(data instanceof Uint8Array)) throw new Error('A document travels in binary frames.')
    const decoder = decoding.createDecoder(data)
    const type = decoding.readVarUint(decoder)
    if (type === messageTypes.sync) this.#sendSync(data, decoder)
    else if (type === messageTypes.saved) this.#sendNumber(data)
  }

  #sendSync(data: Uint8Array, decoder: decoding.Decoder): void {
    const step = decoding.readVarUint(decoder)
    if (step === update) {
      if (this.#answered) this.#group.push(decoding.readVarUint8Array(decoder))
      return
    }
    super.send(copied(data))
    if (step === step2 && !this.#answered) {
      this.#answered = true
      this.dispatchEvent(new Event('answered'))
    }
  }

  #sendNumber(data: Uint8Array): void {
    if (!this.#answered || this.readyState !== this.OPEN) return
    if (this.#group.length > 0) {
      const encoder = encoding.createEncoder()
      encoding.writeVarUint(encoder, messageTypes.sync)
      encoding.writeVarUint(encoder, update)
      encoding.writeVarUint8Array(encoder, Y.mergeUpdates(this.#group))
      this.#group = []
      super.send(copied(encoding.toUint8Array(encoder)))
    }
    super.send(copied(data))
  }
}

/** A view of its own buffer: what lib0 hands out may be shared, which a socket's types do not take. */
function copied(data: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(data)
}
