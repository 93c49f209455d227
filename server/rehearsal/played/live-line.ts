import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import type { Command } from '../../../shared/competition/command.ts'
import { protocolVersion } from '../../../shared/protocol/limits.ts'
import type { Look } from '../../../shared/protocol/looks.ts'
import type {
  ClientEvents,
  CommandAnswer,
  ServerEvents,
  ViewMessage,
} from '../../../shared/protocol/messages.ts'
import { pageHeaders } from './ask-server.ts'
import type { ServerAt } from './said.ts'

/** The line of commands and views of one seat. */
export interface LiveLine {
  /** The newest view, null before the first. */
  readonly seen: () => ViewMessage | null
  /** Rejects where no answer comes. */
  readonly send: (command: Command) => Promise<CommandAnswer>
  /** Says where the seat looks; what it said already is not said again. */
  readonly look: (look: Look | null) => void
  readonly close: () => void
}

interface Opening {
  readonly at: ServerAt
  readonly host: string
  readonly cookie: string
  /** Another view has come. */
  readonly changed: () => void
  /** The session has ended. */
  readonly ended: () => void
}

/** A command is not answered before it is durable. */
const answerWithinMs = 20_000
/** The server ends lines when it has no place for them; then the client does not come back by itself. */
const againMs = 1_000

/** Opens it as a page does. */
export function openLiveLine({ at, host, cookie, changed, ended }: Opening): LiveLine {
  let newest: ViewMessage | null = null
  let closed = false
  let looks: Look | null = null
  const socket: Socket<ServerEvents, ClientEvents> = io(`http://${at.address}:${at.port}`, {
    transports: ['websocket'],
    extraHeaders: pageHeaders(host, at.port, cookie),
    auth: { protocol: protocolVersion },
    forceNew: true,
  })
  socket.on('connect', () => looks && socket.emit('look', looks))
  socket.on('view', (message) => {
    newest = message
    changed()
  })
  socket.on('signedOut', ended)
  socket.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') setTimeout(() => closed || socket.connect(), againMs)
  })
  return {
    seen: () => newest,
    send: (command) => socket.timeout(answerWithinMs).emitWithAck('command', { id: randomUUID(), command }),
    look: (look) => {
      if (look?.review === looks?.review && look?.row === looks?.row) return
      looks = look
      // What is said without a line would wait and come late.
      if (socket.connected) socket.emit('look', look)
    },
    close: () => {
      closed = true
      socket.disconnect()
    },
  }
}
