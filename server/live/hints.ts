import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { Server } from 'socket.io'
import { z } from 'zod'
import { openHintLine, type HintLine } from './hint-line.ts'

/** Carries hints between the nodes of a log: one may get lost, since what it hints at is said again a second later. */
export interface Hints {
  /** Says who has a line to this node. */
  readonly say: (people: readonly string[]) => void
  readonly onHeard: (listener: OnHeard) => void
  readonly close: () => void
}

/** Who has a line to another node. */
export type OnHeard = (node: string, people: readonly string[]) => void

interface NodeEvents {
  present: (node: string, people: readonly string[]) => void
}

/** Whoever can write to Redis can say anything there. */
const heardSchema = z.tuple([z.string().max(100), z.array(z.string().max(200)).max(10_000)])

const reopenMs = 500

/**
 * Opens hints over socket.io's Redis streams adapter, and opens them anew whenever their line breaks; nobody waits for it. The
 * socket.io server behind it is one that no page is connected to: what is said there reaches nodes alone.
 */
export function openHints(url: string): Hints {
  const node = randomUUID()
  // Redis tells everybody of a channel, whichever database they use: those of another are another installation.
  const channel = `panelroom:hints:${new URL(url).pathname.slice(1) || '0'}`
  const listeners: OnHeard[] = []
  let nodes: Server<NodeEvents, NodeEvents, NodeEvents> | null = null
  let line: HintLine | null = null
  let closed = false
  void keep()

  async function keep(): Promise<void> {
    while (!closed) {
      line = await openHintLine(url, channel).catch(() => null)
      if (line && !closed) await serve(line)
      line?.close()
      if (!closed) await pause(reopenMs, undefined, { ref: false })
    }
  }

  async function serve({ adapter, broken }: HintLine): Promise<void> {
    const opened = new Server<NodeEvents, NodeEvents, NodeEvents>(createServer(), {
      adapter,
      serveClient: false,
    })
    opened.on('present', (...said) => {
      const heard = heardSchema.safeParse(said)
      if (heard.success) for (const listener of listeners) listener(...heard.data)
    })
    nodes = opened
    await broken
    nodes = null
    await opened.close()
  }

  return {
    say: (people) => void nodes?.serverSideEmit('present', node, people),
    onHeard: (listener) => void listeners.push(listener),
    close: () => {
      closed = true
      line?.close()
    },
  }
}
