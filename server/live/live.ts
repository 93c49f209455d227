import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type { Person } from '../../shared/competition/setup.ts'
import { view, type Facts } from '../../shared/competition/view.ts'
import { limits, protocolVersion } from '../../shared/protocol/limits.ts'
import type { ClientEvents, ServerEvents } from '../../shared/protocol/messages.ts'
import { closeSentences } from '../../shared/protocol/close-codes.ts'
import { canonicalJson } from '../../shared/record/canonical.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import type { Commands } from '../commands/commands.ts'
import type { Journal } from '../journal/journal.ts'

/** What the live side needs of the competition that is on. */
export interface OnStage {
  readonly journal: Journal
  readonly commands: Commands
  readonly rubric: Rubric
  readonly rowsDone: Facts['rowsDone']
}

type PanelSocket = Socket<
  ClientEvents,
  ServerEvents,
  Record<string, never>,
  { person: Person; counter: number; sent: string }
>

export interface Live {
  /** Sends everybody the view that has become another; whose view is the same is sent nothing. */
  readonly refresh: () => void
  /** Ends the connections of one person, or of everybody. */
  readonly signOut: (sentence: string, person?: string) => void
  readonly close: () => Promise<void>
}

interface Parts {
  readonly http: HttpServer
  readonly stage: () => OnStage
  readonly personOf: (request: Socket['request']) => Person | null
  readonly allowed: (request: Socket['request']) => boolean
  readonly onFailure: (error: unknown) => void
}

/**
 * Commands in, views out, over WebSocket alone. There is no room and no broadcast: each person's view is computed for that
 * person, and a person who would see no difference gets no frame.
 */
export function openLive({ http, stage, personOf, allowed, onFailure }: Parts): Live {
  const io = new Server<ClientEvents, ServerEvents, Record<string, never>, PanelSocket['data']>(http, {
    transports: ['websocket'],
    maxHttpBufferSize: limits.commandBytes,
    // The one dispatcher of upgrades answers what is not ours.
    destroyUpgrade: false,
    serveClient: false,
    allowRequest: (request, decided) => decided(null, allowed(request)),
  })

  const look = (person: Person) => {
    const { journal, rubric, rowsDone } = stage()
    return view(journal.state(), rubric, person, { text: journal.text, rowsDone, online })
  }
  const online = (person: string): boolean =>
    [...io.sockets.sockets.values()].some((socket) => socket.data.person?.id === person)

  const send = (socket: PanelSocket): void => {
    const seen = look(socket.data.person)
    const written = canonicalJson(seen)
    if (written === socket.data.sent) return
    socket.data.sent = written
    socket.data.counter += 1
    socket.emit('view', { counter: socket.data.counter, view: seen })
  }
  const refresh = (): void => {
    for (const socket of io.sockets.sockets.values()) if (socket.data.person) send(socket)
  }

  io.on('connection', (socket) => {
    const person = personOf(socket.request)
    if (!person || socket.handshake.auth['protocol'] !== protocolVersion) {
      socket.emit('signedOut', person ? closeSentences.oldPage : closeSentences.signedOut)
      socket.disconnect(true)
      return
    }
    socket.data = { person, counter: 0, sent: '' }
    socket.on('command', (message, answer) => {
      if (typeof answer !== 'function') return
      // The session may have ended since the line was opened.
      if (!personOf(socket.request)) {
        socket.emit('signedOut', closeSentences.signedOut)
        socket.disconnect(true)
        return
      }
      stage().commands.handle(person, message).then(answer).catch(onFailure)
    })
    socket.on('disconnect', refresh)
    refresh()
  })

  return {
    refresh,
    signOut: (sentence, person) => {
      for (const socket of io.sockets.sockets.values()) {
        if (person !== undefined && socket.data.person?.id !== person) continue
        socket.emit('signedOut', sentence)
        socket.disconnect(true)
      }
    },
    close: async () => {
      io.disconnectSockets(true)
      await io.close()
    },
  }
}
