import * as encoding from 'lib0/encoding'
import WebSocket from 'ws'
import type { Address, Headers } from './clients.ts'

/** What an edit says, so that its arrival can be told: `e:17;` for the seventeenth. */
export function markOf(edit: number): string {
  return `e:${edit};`
}

export interface Reader {
  /** Resolves when the server has answered. */
  readonly ready: Promise<void>
  readonly close: () => void
}

/**
 * A bare socket that joins a room and looks for marks in the bytes that come: no document, so that the garbage of two hundred and
 * fifty documents in the load process does not count as slowness of the server.
 */
export function openReader(
  address: Address,
  name: string,
  { headers, onMark }: { readonly headers: Headers; readonly onMark: (edit: number) => void },
): Reader {
  const named = address.dialect === 'hocuspocus'
  const path = named ? '/' : `${address.path}/${name}`
  const socket = new WebSocket(`ws://127.0.0.1:${address.port}${path}`, {
    headers: { ...headers },
    perMessageDeflate: false,
  })
  const ready = new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.once('close', (code) => reject(new Error(`A reader of ${name} was closed with ${code}.`)))
    socket.once('message', () => resolve())
  })
  socket.on('open', () => {
    if (named) socket.send(hocuspocusToken(name))
    socket.send(question(named ? name : null))
  })
  socket.on('message', (data: Buffer) => {
    for (let at = data.indexOf('e:'); at !== -1; at = data.indexOf('e:', at + 2)) {
      const end = data.indexOf(';', at)
      const edit = end === -1 || end - at > 12 ? NaN : Number(data.toString('latin1', at + 2, end))
      if (Number.isInteger(edit)) onMark(edit)
    }
  })
  return { ready, close: () => socket.terminate() }
}

/** Asks for all that the room has; where sockets carry several documents, with its name in front. */
function question(name: string | null): Uint8Array {
  return encoding.encode((encoder) => {
    if (name !== null) encoding.writeVarString(encoder, name)
    // Sync, step 1, an empty state vector of one byte.
    for (const number of [0, 0, 1, 0]) encoding.writeVarUint(encoder, number)
  })
}

/** Hocuspocus wants a token before anything else, also where every token will do. */
function hocuspocusToken(name: string): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarString(encoder, name)
    encoding.writeVarUint(encoder, 2)
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, 'none')
  })
}
