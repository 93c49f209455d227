import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** Who wrote what the server writes itself. No person's id may hold a slash. */
export const serverAuthor = '/server'

/** One entry of a document's stream: a Yjs update (V1) and the person whose it is. A seal carries an empty update. */
export interface DocumentEntry {
  readonly author: string
  readonly update: Uint8Array
}

/** Stands for all entries before it: the document as one update, and whose each client id is. */
export interface DocumentCheckpoint {
  readonly owners: ReadonlyMap<number, string>
  readonly update: Uint8Array
}

/** The update that changes nothing: no structs, no deletes. */
export const emptyUpdate: Uint8Array = new Uint8Array([0, 0])

/** The form of the bytes. 1: the first. */
const format = 1

export function encodeEntry({ author, update }: DocumentEntry): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, format)
  encoding.writeVarString(encoder, author)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}

/** Throws for bytes that no server of this format wrote. */
export function decodeEntry(bytes: Uint8Array): DocumentEntry {
  const decoder = startDecoding(bytes)
  return { author: decoding.readVarString(decoder), update: decoding.readVarUint8Array(decoder) }
}

export function encodeCheckpoint({ owners, update }: DocumentCheckpoint): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, format)
  encoding.writeVarUint(encoder, owners.size)
  for (const [client, person] of owners) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarString(encoder, person)
  }
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}

/** Throws for bytes that no server of this format wrote. */
export function decodeCheckpoint(bytes: Uint8Array): DocumentCheckpoint {
  const decoder = startDecoding(bytes)
  const owners = new Map<number, string>()
  const count = decoding.readVarUint(decoder)
  for (let read = 0; read < count; read += 1) {
    owners.set(decoding.readVarUint(decoder), decoding.readVarString(decoder))
  }
  return { owners, update: decoding.readVarUint8Array(decoder) }
}

function startDecoding(bytes: Uint8Array): decoding.Decoder {
  const decoder = decoding.createDecoder(bytes)
  const found = decoding.readVarUint(decoder)
  if (found !== format)
    throw new Error(`A document's stream holds format ${found}; this server reads ${format}.`)
  return decoder
}
