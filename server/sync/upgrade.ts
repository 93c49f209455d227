import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Person } from '../../shared/competition/setup.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { personParameter } from '../../shared/protocol/names.ts'
import { paused, refuseSocket } from './connection.ts'
import type { Documents } from './documents.ts'
import { refuse } from './refused.ts'

interface Parts {
  readonly documents: () => Documents
  readonly personOf: (request: IncomingMessage) => Person | null
  /** Resolves once all that was signed in, out or decided by now, on any node, is known here. Rejects where the log does not answer. */
  readonly catchUp: () => Promise<void>
}

export interface SyncServer {
  readonly handles: (pathname: string) => boolean
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Ends the sockets whose session is over. */
  readonly recheck: () => void
  /** Cuts what does not answer a close. */
  readonly terminate: () => void
}

interface Opened {
  readonly request: IncomingMessage
  /** What the person was when it was opened: who becomes something else comes in anew. */
  readonly role: Person['role'] | undefined
}

const path = '/sync/'

/** A line that does not answer this often is gone, whatever its socket says. */
const pingMs = 2 * limits.savedEveryMs

/**
 * The sockets of documents, at `/sync/<document name>`. The session is asked after the upgrade, because a close code tells a
 * y-websocket client to stop, and an HTTP status would only make it try for ever.
 */
export function syncServer({ documents, personOf, catchUp }: Parts): SyncServer {
  const server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    // Above a frame's limit, so that who sends too much is told so; beyond this ws closes with 1009.
    maxPayload: 2 * limits.frameBytes,
  })

  /** With the request that its session is in, and whose it is; null until it is known here whether there is one. */
  const open = new Map<WebSocket, Opened | null>()

  return {
    handles: (pathname) => pathname.startsWith(path),
    recheck: () => {
      for (const [socket, opened] of open)
        if (opened && personOf(opened.request)?.role !== opened.role)
          refuseSocket(socket, refuse('signedOut'))
    },
    terminate: () => open.forEach((_request, socket) => socket.terminate()),
    upgrade: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (opened) => {
        // ws tells of a broken frame and closes by itself, with a code of the protocol's own.
        opened.on('error', () => undefined)
        open.set(opened, null)
        opened.on('close', () => open.delete(opened))
        keepAlive(opened)
        const connect = (): void => {
          const person = personOf(request)
          open.set(opened, { request, role: person?.role })
          const { name, as } = askedIn(request.url ?? '')
          if (person && (as === null || as === person.id)) documents().connect(opened, person, name)
          else refuseSocket(opened, refuse('signedOut'))
        }
        // Who may be let in is asked of the log, not of what this node knows.
        paused(opened, catchUp(), connect)
      }),
  }
}

/** Which document is asked for, and for whom where the page says so. */
function askedIn(url: string): { readonly name: string; readonly as: string | null } {
  const [name = '', query = ''] = url.slice(path.length).split('?')
  return { name, as: new URLSearchParams(query).get(personParameter) }
}

/** Ends a socket whose other side no longer answers pings, as after a cut line. */
function keepAlive(socket: WebSocket): void {
  let answered = true
  const timer = setInterval(() => {
    if (!answered) return socket.terminate()
    answered = false
    socket.ping()
  }, pingMs).unref()
  socket.on('pong', () => {
    answered = true
  })
  socket.on('close', () => clearInterval(timer))
}
