import { setTimeout as pause } from 'node:timers/promises'
import { createAdapter } from '@socket.io/redis-streams-adapter'
import { createClient } from 'redis'

/** Carries hints between nodes. One may get lost: what it hints at is said again a second later, or stands in the log. */
export interface Hints {
  /** For socket.io. */
  readonly adapter: ReturnType<typeof createAdapter>
  /** Whether what is said now has a chance to arrive. */
  readonly isUp: () => boolean
  readonly close: () => void
}

/** How long a read waits for the next hint. */
const blockMs = 1_000
const reconnectMs = 500

/** Opens the lines for hints, over socket.io's Redis streams adapter. Rejects where Redis cannot be reached. */
export async function openHints(url: string): Promise<Hints> {
  const client = createClient({ url, socket: { reconnectStrategy: () => reconnectMs } })
  const lines: { readonly isOpen: boolean; readonly destroy: () => void }[] = [client]
  // The adapter leaves what Redis refuses to nobody, which would end the process.
  const publish = client.publish.bind(client)
  const duplicate = client.duplicate.bind(client)
  Object.assign(client, {
    publish: (...hint: Parameters<typeof publish>) => publish(...hint).catch(lost),
    duplicate: () => {
      const line = duplicate()
      const subscribe = line.subscribe.bind(line)
      const read = line.xRead.bind(line)
      lines.push(line)
      return Object.assign(line, {
        // The adapter asks again at once, also where the line is closed: nothing else would ever get its turn.
        xRead: (...asked: Parameters<typeof read>) => read(...asked).catch(nothingForNow),
        subscribe: (...channels: Parameters<typeof subscribe>) => subscribe(...channels).catch(lost),
        disconnect: async () => end(line),
      })
    },
  })
  client.on('error', lost)
  await client.connect()
  const names = { streamName: 'panelroom:hints', channelPrefix: 'panelroom:hints' }
  return {
    adapter: createAdapter(client, { ...names, blockTimeInMs: blockMs }),
    isUp: () => client.isReady,
    close: () => lines.forEach(end),
  }
}

function end(line: { readonly isOpen: boolean; readonly destroy: () => void }): void {
  if (line.isOpen) line.destroy()
}

async function nothingForNow(): Promise<null> {
  await pause(reconnectMs, undefined, { ref: false })
  return null
}

/** A hint that gets lost, or a line that breaks and is opened again: nobody needs to know. */
function lost(): void {}
