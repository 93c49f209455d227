import { createServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type { Person } from '../../shared/competition/setup.ts'
import { mayDiffer } from '../../shared/competition/may-differ.ts'
import { view } from '../../shared/competition/person-view.ts'
import { beforeOpening, type Competition } from '../../shared/competition/state.ts'
import type { Facts } from '../../shared/competition/view.ts'
import { limits, protocolVersion } from '../../shared/protocol/limits.ts'
import type { ClientEvents, ServerEvents } from '../../shared/protocol/messages.ts'
import { closeSentences } from '../../shared/protocol/close-codes.ts'
import { canonicalJson } from '../../shared/record/canonical.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import type { Commands } from '../commands/commands.ts'
import type { UpgradeHandler } from '../http/upgrades.ts'
import type { Journal } from '../journal/journal.ts'
import type { Ports } from '../ports.ts'
import type { Hints } from './hints.ts'
import { openLooks, type LookLine } from './looks.ts'
import { openPresence } from './presence.ts'

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
  { person: Person; counter: number; sent: string; seen: Competition }
>

export interface Live {
  /** Takes over the upgrades of `/socket.io/`. */
  readonly upgrades: UpgradeHandler
  /** After an event of the journal: sends everybody the view that has become another; whose view is the same is sent nothing. */
  readonly refresh: () => void
  /** After a count of rows has changed: the same for those who are shown it, together with what else changes in a quarter of a second. */
  readonly progressed: () => void
  /** Ends the lines whose session is over, with a sentence. */
  readonly recheck: (sentence: string) => void
  /** The requests with which a person's open lines to this node came. */
  readonly linesOf: (person: string) => readonly Socket['request'][]
  readonly close: () => Promise<void>
}

interface Parts {
  readonly stage: () => OnStage
  readonly ports: Ports
  readonly personOf: (request: Socket['request']) => Person | null
  /** Resolves once what all nodes had done when it was asked is known here. Rejects where the log does not answer. */
  readonly catchUp: () => Promise<void>
  /** Where there are other nodes. */
  readonly hints: Hints | null
  /** What “saved” means less than it should; null where it means on disk. */
  readonly savingRisk: () => string | null
  /** Somebody has opened a line. */
  readonly onLine: (person: string) => void
  readonly onFailure: (error: unknown) => void
}

/**
 * Commands in, views out, over WebSocket alone. There is no room and no broadcast: each person's view is computed for that
 * person, and a person who would see no difference gets no frame.
 */
export function openLive({
  stage,
  ports,
  personOf,
  catchUp,
  hints,
  savingRisk,
  onLine,
  onFailure,
}: Parts): Live {
  // A server that never listens: requests come from the one dispatcher of upgrades alone.
  const io = new Server<ClientEvents, ServerEvents, Record<string, never>, PanelSocket['data']>(
    createServer(),
    {
      transports: ['websocket'],
      maxHttpBufferSize: limits.commandBytes,
      serveClient: false,
      connectTimeout: limits.handshakeMs,
    },
  )
  // The ids that socket.io makes end in a number that goes up with every connection: whoever comes back could count how
  // often the others did.
  io.engine.generateId = ports.secret
  io.use((socket, next) => {
    socket.nsp._remove(socket)
    Object.assign(socket, { id: ports.secret() })
    next()
  })
  // Who may be let in is asked of the log, not of what this node knows: where it does not answer, the page comes back by itself.
  io.use((socket, next) => {
    catchUp().then(
      () => next(),
      () => socket.conn.close(),
    )
  })

  const look = (person: Person) => {
    const { journal, rubric, rowsDone } = stage()
    return view(journal.state(), rubric, person, { text: journal.text, rowsDone, online, savingRisk })
  }
  const linesOf = (person: string): readonly PanelSocket[] =>
    [...io.sockets.sockets.values()].filter((socket) => socket.data.person?.id === person)
  const elsewhere = openPresence({
    here: () => [...new Set([...io.sockets.sockets.values()].flatMap(({ data }) => data.person?.id ?? []))],
    hints,
    onChange: () => refreshProgress(),
  })
  const looks = openLooks({
    stage: () => ({ state: stage().journal.state(), rubric: stage().rubric }),
    lines: () =>
      [...io.sockets.sockets.values()].flatMap((socket) => (socket.data.person ? lookLine(socket) : [])),
    hints,
  })
  const online = (person: string): boolean => linesOf(person).length > 0 || elsewhere.online(person)
  const end = (socket: PanelSocket, sentence: string): void => {
    socket.emit('signedOut', sentence)
    socket.disconnect(true)
  }

  const send = (socket: PanelSocket): void => {
    socket.data.seen = stage().journal.state()
    const seen = look(socket.data.person)
    const written = canonicalJson(seen)
    if (written === socket.data.sent) return
    socket.data.sent = written
    socket.data.counter += 1
    socket.emit('view', { counter: socket.data.counter, now: ports.now(), view: seen })
  }
  /** What goes wrong with one view keeps nobody else from theirs. */
  const sendSafely = (socket: PanelSocket): void => {
    try {
      send(socket)
    } catch (error) {
      onFailure(error)
    }
  }
  /** Only whose view the journal may have changed is looked at: with twelve panels at work most events are nothing to most people. */
  const refresh = (): void => {
    const state = stage().journal.state()
    for (const socket of io.sockets.sockets.values()) {
      const { person, seen } = socket.data
      if (person && mayDiffer(seen, state, person)) sendSafely(socket)
    }
  }
  /** Who is there, and how many rows are done, is shown to monitors and staff alone. */
  const refreshProgress = (): void => {
    clearTimeout(soon ?? undefined)
    soon = null
    for (const socket of io.sockets.sockets.values())
      if (socket.data.person && showsProgress(socket.data.person)) sendSafely(socket)
  }
  let soon: NodeJS.Timeout | null = null

  const peopleChanged = (): void => {
    refreshProgress()
    elsewhere.say()
  }

  io.on('connection', (socket) => {
    const person = personOf(socket.request)
    if (!person) return end(socket, closeSentences.signedOut)
    if (socket.handshake.auth['protocol'] !== protocolVersion) return end(socket, closeSentences.oldPage)
    if (linesOf(person.id).length >= limits.linesPerPerson) return end(socket, closeSentences.tooMany)
    socket.data = { person, counter: 0, sent: '', seen: beforeOpening }
    sendSafely(socket)
    socket.on('command', (message, answer) => {
      if (typeof answer !== 'function') return
      // The session may have ended since the line was opened.
      if (!personOf(socket.request)) return end(socket, closeSentences.signedOut)
      stage().commands.handle(person, message).then(answer).catch(onFailure)
    })
    socket.on('look', (message, answer) => {
      if (!personOf(socket.request)) return end(socket, closeSentences.signedOut)
      const refused = looks.take({ id: socket.id, person }, message)
      if (typeof answer === 'function') answer(refused ?? { done: true })
    })
    socket.on('disconnect', () => {
      looks.gone(socket.id)
      peopleChanged()
    })
    peopleChanged()
    looks.recheck()
    onLine(person.id)
  })

  return {
    upgrades: {
      handles: (pathname) => pathname === '/socket.io/',
      upgrade: (request, socket, head) => io.engine.handleUpgrade(request, socket, head),
    },
    refresh: () => {
      refresh()
      looks.recheck()
    },
    progressed: () => {
      soon ??= setTimeout(refreshProgress, limits.progressEveryMs).unref()
    },
    recheck: (sentence) => {
      for (const socket of io.sockets.sockets.values()) {
        const person = personOf(socket.request)
        // Who has become something else comes in anew.
        if (!person || person.role !== socket.data.person?.role) end(socket, sentence)
        else socket.data.person = person
      }
    },
    linesOf: (person) => linesOf(person).map(({ request }) => request),
    close: async () => {
      clearTimeout(soon ?? undefined)
      elsewhere.close()
      looks.close()
      io.disconnectSockets(true)
      await io.close()
    },
  }
}

function showsProgress({ role }: Person): boolean {
  return role === 'monitor' || role === 'staff'
}

/** Looks are sent volatile: where the line is busy they would be dropped, so they wait until it is not. */
function lookLine(socket: PanelSocket): LookLine {
  return {
    id: socket.id,
    person: socket.data.person,
    isFree: () => socket.conn.transport.writable,
    send: (message) => void socket.volatile.emit('looks', message),
  }
}
