import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { closeCodes } from '../../shared/protocol/close-codes.ts'
import { messageTypes } from '../../shared/protocol/limits.ts'
import type { Refused } from './refused.ts'

/** What follows a sync message's type, as y-protocols numbers it. */
const syncSteps = { asks: 0, answers: 1, updates: 2 } as const

/** y-protocols' number for "permission denied", the only kind of refusal it knows. */
const permissionDenied = 0

/** A state vector names each client id once: more than this is not one of a document of ours. */
const mostStateVectorBytes = 256 * 1024

/** What a frame from a client says. Presence is dropped: the server makes it from sessions. */
export type Frame =
  | { readonly kind: 'asks'; readonly stateVector: Uint8Array }
  | { readonly kind: 'answers' | 'updates'; readonly update: Uint8Array }
  | { readonly kind: 'saved'; readonly number: number }
  | { readonly kind: 'dropped' }
  | { readonly kind: 'malformed' }

/** Reads one frame to its end. An update in it is not looked into. */
export function readFrame(bytes: Uint8Array): Frame {
  try {
    const decoder = decoding.createDecoder(bytes)
    const frame = readFrom(decoder)
    return frame.kind === 'dropped' || !decoding.hasContent(decoder) ? frame : { kind: 'malformed' }
  } catch {
    // lib0 throws where the bytes end too early or a number is too large: either way this is no frame.
    return { kind: 'malformed' }
  }
}

function readFrom(decoder: decoding.Decoder): Frame {
  switch (decoding.readVarUint(decoder)) {
    case messageTypes.sync: {
      const step = decoding.readVarUint(decoder)
      const bytes = decoding.readVarUint8Array(decoder)
      if (step === syncSteps.asks) return readQuestion(bytes)
      if (step === syncSteps.answers) return { kind: 'answers', update: bytes }
      return step === syncSteps.updates ? { kind: 'updates', update: bytes } : { kind: 'malformed' }
    }
    case messageTypes.awareness:
    case messageTypes.queryAwareness:
      return { kind: 'dropped' }
    case messageTypes.saved:
      return { kind: 'saved', number: decoding.readVarUint(decoder) }
    default:
      return { kind: 'malformed' }
  }
}

function readQuestion(stateVector: Uint8Array): Frame {
  if (stateVector.length > mostStateVectorBytes) return { kind: 'malformed' }
  Y.decodeStateVector(stateVector)
  return { kind: 'asks', stateVector }
}

/** Asks the client for what the server's copy lacks, such as what was written offline. */
export function questionFrame(doc: Y.Doc): Uint8Array {
  return syncFrame(syncSteps.asks, Y.encodeStateVector(doc))
}

/** All that a copy with this state vector lacks. */
export function answerFrame(doc: Y.Doc, stateVector: Uint8Array): Uint8Array {
  return syncFrame(syncSteps.answers, Y.encodeStateAsUpdate(doc, stateVector))
}

export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(syncSteps.updates, update)
}

/** Says that everything before the client's message of this number is durable. */
export function savedFrame(number: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.saved)
    encoding.writeVarUint(encoder, number)
  })
}

/** Tells a person why, before the socket is closed. */
export function refusalFrame({ reason, sentence }: Refused): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.refused)
    encoding.writeVarUint(encoder, permissionDenied)
    encoding.writeVarString(encoder, JSON.stringify({ code: closeCodes[reason], reason, sentence }))
  })
}

function syncFrame(step: number, bytes: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.sync)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, bytes)
  })
}
