import { useSyncExternalStore } from 'react'
import { io, type Socket } from 'socket.io-client'
import type { Command } from '../../shared/competition/command.ts'
import type { View } from '../../shared/competition/view.ts'
import { protocolVersion } from '../../shared/protocol/limits.ts'
import type { ClientEvents, CommandAnswer, ServerEvents } from '../../shared/protocol/messages.ts'
import type { Look, LooksMessage } from '../../shared/protocol/looks.ts'
import { randomId } from './random-id.ts'
import { hearServerTime } from './server-clock.ts'
import { onTabs, tellTabs } from './session-news.ts'

export type Line = 'connecting' | 'online' | 'offline'

/** What is known of the line to the server and of what came over it. Times in milliseconds since 1970. */
export interface Connection {
  readonly line: Line
  /** Since when there has been no line, or since when the first is awaited; null while there is one. */
  readonly since: number | null
  readonly view: View | null
  readonly viewAt: number | null
  /** Why nobody is signed in here, as a sentence; null while somebody is. */
  readonly signedOut: string | null
  /** Who is signed in in this browser since, instead of the person whose page this is; null until that is somebody else. */
  readonly other: View['me'] | null
  /** Commands without an answer. They are sent again with the same id when the line is back. */
  readonly pending: number
}

interface Pending {
  readonly id: string
  readonly command: Command
  readonly answer: (answer: CommandAnswer) => void
}

const listeners = new Set<() => void>()
const pending = new Map<string, Pending>()
let state: Connection = {
  line: 'connecting',
  since: null,
  view: null,
  viewAt: null,
  signedOut: null,
  other: null,
  pending: 0,
}
/** Whether this line is known to be that of the person whose page this is: before that nothing is sent on it. */
let trusted = false
let opened = false
/** By review: what this line was told last of who is in its room. */
const looks = new Map<string, LooksMessage>()

const socket: Socket<ServerEvents, ClientEvents> = io({
  transports: ['websocket'],
  auth: { protocol: protocolVersion },
  autoConnect: false,
  reconnectionDelay: 300,
  reconnectionDelayMax: 3_000,
})

socket.on('connect', () => change({ line: 'online', since: null }))
socket.on('view', ({ view, now }) => {
  hearServerTime(now)
  const first = state.view === null
  if (state.view && state.view.me.person !== view.me.person) return sitsAnother(view.me)
  change({ view, viewAt: Date.now(), signedOut: null, other: null })
  if (first) tellTabs({ is: 'signedIn', person: view.me.person })
  if (trusted) return
  trusted = true
  for (const waiting of pending.values()) emit(waiting)
})
// It is told once, and what shows it may be on its way.
socket.on('looks', (message) => void looks.set(message.review, message))
socket.on('signedOut', (sentence) => endSession(sentence))
socket.on('disconnect', (reason) => {
  lost()
  // The server ended this line itself, after which the client does not try again by itself.
  if (reason === 'io server disconnect') retryLater()
})
socket.on('connect_error', (error) => {
  lost()
  // A refusal by the server, not a line that failed: nobody is signed in.
  if (!socket.active) {
    endSession(error.message)
    retryLater()
  }
})

/** Opens the line, for a page that belongs to a seat. */
export function connect(): void {
  if (!socket.active) change({ since: Date.now() })
  socket.connect()
  if (opened) return
  opened = true
  onTabs(({ is, person }) => {
    if (is === 'signedIn' && (person !== state.view?.me.person || isShut())) askAgain()
  })
  addEventListener('focus', comeBack)
  document.addEventListener('visibilitychange', comeBack)
}

/** Asks the server anew who is signed in here. */
export function askAgain(): void {
  socket.disconnect()
  socket.connect()
}

/** The connection as it is, and a listener to its changes, for what is not a component. */
export function currentConnection(): Connection {
  return state
}

export function onConnection(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The connection, in a component. */
export function useConnection(): Connection {
  return useSyncExternalStore(onConnection, currentConnection)
}

/** What this person is sent, or null before the first of it. */
export function useView(): View | null {
  return useConnection().view
}

/** Whether there is a line to the server. */
export function useLine(): Line {
  return useConnection().line
}

/**
 * Sends a command and resolves with its answer: done once it is durable, or refused with a sentence. Without a line it waits and
 * is sent again under the same id, so that it is done once.
 */
export function send(command: Command): Promise<CommandAnswer> {
  return new Promise((resolve) => {
    const id = randomId()
    const waiting: Pending = {
      id,
      command,
      answer: (answer) => {
        if (!pending.delete(id)) return
        change({ pending: pending.size })
        resolve(answer)
      },
    }
    pending.set(id, waiting)
    change({ pending: pending.size })
    if (trusted) emit(waiting)
  })
}

/** Says where this page looks, and answers whether there was a line to say it on. It may get lost: it is said again. */
export function sendLook(look: Look | null): boolean {
  if (!trusted) return false
  if (look) socket.volatile.emit('look', look)
  // What is not said again has to arrive.
  else socket.emit('look', null)
  return true
}

/** Hears who else is in a room, and where they look: what this line was told already, and what it is told from now on. */
export function onLooks(listener: (message: LooksMessage) => void): void {
  for (const message of looks.values()) listener(message)
  socket.on('looks', listener)
}

function emit({ id, command, answer }: Pending): void {
  socket.emit('command', { id, command }, answer)
}

function change(next: Partial<Connection>): void {
  state = { ...state, ...next }
  for (const listener of listeners) listener()
}

function lost(): void {
  trusted = false
  looks.clear()
  change({
    line: state.view || state.line === 'offline' ? 'offline' : 'connecting',
    since: state.since ?? Date.now(),
  })
}

/** The first sentence says why; those that follow from trying again only say that it is so. */
function endSession(sentence: string): void {
  change({ signedOut: state.signedOut ?? sentence })
  for (const { answer } of pending.values()) answer({ refused: 'not-yours', sentence })
}

/**
 * Nothing that this page has read is theirs to see, and nothing that waits in it is sent in their name. Whoever signs in in another
 * tab tells this one, so there is nothing to ask for until then.
 */
function sitsAnother(other: View['me']): void {
  socket.disconnect()
  change({ other, signedOut: null })
}

/** Somebody may sign in again in another tab of this seat; then this page goes on where it was. */
function retryLater(): void {
  setTimeout(() => {
    if (state.other === null) socket.connect()
  }, 3_000)
}

/** Whoever looks at a page that is shut may have just signed in again. */
function comeBack(): void {
  if (isShut() && document.visibilityState === 'visible') socket.connect()
}

function isShut(): boolean {
  return state.signedOut !== null || state.other !== null
}
