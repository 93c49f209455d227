import { ask, type Asking } from './ask.ts'
import { hostOf, type SeatsOn } from './running-server.ts'
import type { OpenCopy, SeatClient } from './seat-client.ts'

/** Everything that a person's page has been sent, line by line, as it came: `live`, `http`, and each document by its name. */
export type Recording = ReadonlyMap<string, readonly string[]>

/** A person's page of which every byte that comes is kept. */
export interface WatchedPage {
  readonly seat: () => SeatClient
  /** Opens a document under that client id, and keeps it open. */
  readonly open: (name: string, client: number) => Promise<OpenCopy>
  readonly ask: (path: string, asking?: Asking) => Promise<void>
  /** Closes everything and comes back. */
  readonly reconnect: () => Promise<void>
  /** Waits until all that was sent so far is here, and marks the place in every line. */
  readonly mark: (step: string) => Promise<void>
  /** What has come so far. */
  readonly recording: () => Recording
}

/** Sits down and keeps what comes. */
export async function watchedPage(server: SeatsOn, person: string): Promise<WatchedPage> {
  const lines = new Map<string, string[]>()
  const keep = (line: string, came: string): void => {
    const kept = lines.get(line) ?? []
    lines.set(line, kept)
    kept.push(came)
  }
  const cookie = await server.signIn(person)
  let seat = await server.again(person, cookie, keep)
  let copies: OpenCopy[] = []

  return {
    seat: () => seat,
    open: async (name, client) => {
      const copy = await seat.open(name, client)
      copies.push(copy)
      return copy
    },
    ask: async (path, asking = {}) => {
      const headers = { cookie, ...asking.headers }
      const { raw } = await ask(server.port, hostOf(person), path, { ...asking, headers })
      // The port is a new one for each server.
      keep('http', `${path}\n${raw.replaceAll(`:${server.port}`, ':port')}`)
    },
    reconnect: async () => {
      seat.close()
      copies = []
      seat = await server.again(person, cookie, keep)
    },
    mark: async (step) => {
      // An answer comes behind whatever was sent before it on the same line.
      await seat.socket.timeout(20_000).emitWithAck('command', null as never)
      for (const copy of copies) if (copy.closed() === null) await copy.saved()
      for (const kept of lines.values()) kept.push(`— ${step}`)
    },
    recording: () => new Map([...lines].map(([line, kept]) => [line, [...kept]])),
  }
}

/** Where two recordings begin to differ, in a sentence with both frames; null where they are the same. */
export function firstDifference(one: Recording, other: Recording): string | null {
  const names = new Set([...one.keys(), ...other.keys()])
  for (const name of names) {
    const [left, right] = [one.get(name) ?? [], other.get(name) ?? []]
    const at = left.findIndex((frame, index) => frame !== right[index])
    const place = at === -1 && right.length > left.length ? left.length : at
    if (place === -1) continue
    const step = left.slice(0, place).findLast((frame) => frame.startsWith('— ')) ?? '— the beginning'
    return `${name}, frame ${place}, after “${step.slice(2)}”:\n${left[place] ?? 'nothing'}\n${right[place] ?? 'nothing'}`
  }
  return null
}
