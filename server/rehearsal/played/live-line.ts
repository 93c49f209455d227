import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import type { Command } from '../../../shared/competition/command.ts'
import type { ViewMessage } from '../../../shared/protocol/messages.ts'
import { protocolVersion } from '../../../shared/protocol/limits.ts'
import type { ClientEvents, CommandAnswer, ServerEvents } from '../../../shared/protocol/messages.ts'
import { pageHeaders } from './ask-server.ts'
import type { ServerAt } from './said.ts'

/** The line of commands and views of one seat. */
export interface LiveLine {
  /** The newest view, null before the first. */
  readonly seen: () => ViewMessage | null
  /** Rejects where no answer comes. */
  readonly send: (command: Command) => Promise<CommandAnswer>
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
  const socket: Socket<ServerEvents, ClientEvents> = io(`http://${at.address}:${at.port}`, {
    transports: ['websocket'],
    extraHeaders: pageHeaders(host, at.port, cookie),
    auth: { protocol: protocolVersion },
    forceNew: true,
  })
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
    close: () => {
      closed = true
      socket.disconnect()
    },
  }
}
