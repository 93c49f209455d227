import type * as Y from 'yjs'
import type { WebSocket } from 'ws'
import { answerFrame } from './frames.ts'

export interface ReaderLimits {
  /** Bytes that may wait in the socket before it is left out. */
  readonly slowReaderBytes: number
  /** How long it may stay left out. */
  readonly slowReaderMs: number
}

/** The reading side of a socket. Nothing is queued for it here: a slow reader is left out and given the whole difference later. */
export interface Reader {
  /** Sends what a copy with this state vector lacks; from then on it gets what comes. */
  readonly answer: (doc: () => Y.Doc, stateVector: Uint8Array) => void
  /** Sends an update. `before` is what the served copy knew before it. */
  readonly deliver: (doc: () => Y.Doc, frame: Uint8Array, before: () => Uint8Array) => void
  readonly stop: () => void
}

type State =
  /** Has not asked yet. What comes meanwhile will be in the answer. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'current' }
  | {
      readonly kind: 'behind'
      readonly since: Uint8Array
      readonly doc: () => Y.Doc
      readonly timer: NodeJS.Timeout
    }

export function createReader(
  socket: WebSocket,
  { slowReaderBytes, slowReaderMs }: ReaderLimits,
  tooSlow: () => void,
): Reader {
  let state: State = { kind: 'silent' }

  function send(frame: Uint8Array): void {
    socket.send(frame, catchUp)
  }

  function isFull(): boolean {
    return socket.bufferedAmount > slowReaderBytes
  }

  function catchUp(): void {
    if (state.kind !== 'behind' || isFull()) return
    const { doc, since, timer } = state
    clearTimeout(timer)
    state = { kind: 'current' }
    send(answerFrame(doc(), since))
  }

  function leaveOut(doc: () => Y.Doc, since: Uint8Array): void {
    if (state.kind === 'behind') clearTimeout(state.timer)
    state = { kind: 'behind', doc, since, timer: setTimeout(tooSlow, slowReaderMs).unref() }
  }

  return {
    answer: (doc, stateVector) => {
      if (isFull()) return leaveOut(doc, stateVector)
      if (state.kind === 'behind') clearTimeout(state.timer)
      state = { kind: 'current' }
      send(answerFrame(doc(), stateVector))
    },
    deliver: (doc, frame, before) => {
      if (state.kind !== 'current') return
      if (isFull()) leaveOut(doc, before())
      else send(frame)
    },
    stop: () => {
      if (state.kind === 'behind') clearTimeout(state.timer)
      state = { kind: 'silent' }
    },
  }
}
