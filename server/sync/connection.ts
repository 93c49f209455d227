import type { RawData, WebSocket } from 'ws'
import type { Person } from '../../shared/competition/setup.ts'
import { closeCodes } from '../../shared/protocol/close-codes.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { questionFrame, readFrame, refusalFrame, savedFrame, type Frame } from './frames.ts'
import { refuse, type Refused } from './refused.ts'
import type { OpenDocument, Peer } from './open-document.ts'
import { createPace } from './pace.ts'
import { createReader, type ReaderLimits } from './reader.ts'

interface Connecting {
  readonly socket: WebSocket
  readonly person: Person
  readonly document: Promise<OpenDocument>
  readonly now: () => number
  readonly readerLimits: ReaderLimits
  readonly onClosed: () => void
}

export interface Connection {
  readonly person: Person
  /** Tells the person why, and closes. */
  readonly refuse: (refused: Refused) => void
  /** Closes because the server goes; the client comes back. */
  readonly end: () => void
}

/** "Going away", as WebSocket numbers it: the server stops, and the client comes back. */
export const goingAway = 1001

/** Tells a person why they are not served, and closes. Reads nothing of what they send. */
export function refuseSocket(socket: WebSocket, refused: Refused): void {
  socket.send(refusalFrame(refused))
  socket.close(closeCodes[refused.reason], refused.reason)
}

/** Goes on with a socket once something is known, and loses nothing of what it says meanwhile. */
export function paused(socket: WebSocket, known: Promise<void>, goOn: () => void): void {
  socket.pause()
  known.then(
    () => {
      socket.resume()
      // What was cut meanwhile says so to nobody again, and would be served for ever.
      if (socket.readyState === socket.OPEN) goOn()
    },
    () => {
      socket.resume()
      refuseSocket(socket, refuse('notSaved'))
    },
  )
}

/** Speaks the y-websocket protocol with one socket. What arrives before the document is open waits for it, in order. */
export function openConnection(connecting: Connecting): Connection {
  const { socket, person, document, now, readerLimits, onClosed } = connecting
  const pace = createPace(limits, now)
  const reader = createReader(socket, readerLimits, () => refuseAndClose(refuse('tooSlow')))
  let refused = false
  /** Whether the client has answered what the server asked at the start. */
  let answered = false

  const peer: Peer = {
    person,
    refuse: refuseAndClose,
    isRefused: () => refused,
    saved: (number) => socket.send(savedFrame(number)),
    deliver: reader.deliver,
  }

  function refuseAndClose(why: Refused): void {
    if (refused) return
    refused = true
    reader.stop()
    refuseSocket(socket, why)
  }

  function faultOf(bytes: Uint8Array, frame: Frame): Refused | null {
    if (bytes.length > limits.frameBytes) return refuse('tooLarge')
    if (!pace.take(bytes.length)) return refuse('tooMany')
    return frame.kind === 'malformed' ? refuse('malformed') : null
  }

  function take(opened: OpenDocument, frame: Frame): void {
    if (refused) return
    switch (frame.kind) {
      case 'asks':
        return reader.answer(opened.doc, frame.stateVector)
      case 'answers':
        answered = true
        return opened.update(peer, frame.update, false)
      case 'updates':
        return opened.update(peer, frame.update, !answered)
      case 'saved':
        return opened.saved(peer, frame.number)
      case 'dropped':
      case 'malformed':
    }
  }

  socket.on('message', (data, isBinary) => {
    // A socket that is being closed still hands over what was on its way.
    if (refused || socket.readyState !== socket.OPEN) return
    const bytes = bytesOf(data)
    const frame: Frame = isBinary ? readFrame(bytes) : { kind: 'malformed' }
    const fault = faultOf(bytes, frame)
    if (fault) refuseAndClose(fault)
    else void document.then((opened) => take(opened, frame), notOpened)
  })
  socket.on('close', () => {
    reader.stop()
    void document.then((opened) => opened.leave(peer), notOpened)
    onClosed()
  })
  void document.then((opened) => {
    if (refused || socket.readyState !== socket.OPEN) return
    opened.join(peer)
    socket.send(questionFrame(opened.doc()))
  }, notOpened)

  /** Whoever opens the document reports why it cannot be; here it is only told. */
  function notOpened(): void {
    refuseAndClose(refuse('notSaved'))
  }

  return { person, refuse: refuseAndClose, end: () => socket.close(goingAway) }
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}
