import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { Server } from 'socket.io'
import { z } from 'zod'
import { lookSchema } from '../../shared/protocol/looks.ts'
import { openHintLine, type HintLine } from './hint-line.ts'

/** Carries hints between the nodes of a log: one may get lost, since what it hints at is said again a second later. */
export interface Hints {
  /** Says who has a line to this node. */
  readonly say: (people: readonly string[]) => void
  readonly onHeard: (listener: OnHeard) => void
  /** Says where people look whose lines are to this node. */
  readonly sayLooks: (said: SaidLooks) => void
  readonly onLooks: (listener: OnLooks) => void
  readonly close: () => void
}

/** Who has a line to another node. */
export type OnHeard = (node: string, people: readonly string[]) => void

/** Where a person looks in a review: for `age` milliseconds by now; nowhere any more where `place` is null. */
export type SaidLook = z.infer<typeof saidLook>

/** All that a node has to say of it, or only what has become another. */
export interface SaidLooks {
  readonly whole: boolean
  readonly looks: readonly SaidLook[]
}

export type OnLooks = (node: string, said: SaidLooks) => void

interface NodeEvents {
  present: OnHeard
  looks: OnLooks
}

/** Whoever can write to Redis can say anything there. */
const nodeName = z.string().max(100)
const person = z.string().max(200)
const heardSchema = z.tuple([nodeName, z.array(person).max(10_000)])
const saidLook = z.strictObject({
  person,
  review: lookSchema.shape.review,
  age: z.int().min(0),
  place: lookSchema.omit({ review: true }).nullable(),
})
const looksSchema = z.tuple([
  nodeName,
  z.strictObject({ whole: z.boolean(), looks: z.array(saidLook).max(10_000) }),
])

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
  const looksListeners: OnLooks[] = []
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
    opened.on('looks', (...said) => {
      const heard = looksSchema.safeParse(said)
      if (heard.success) for (const listener of looksListeners) listener(...heard.data)
    })
    nodes = opened
    await broken
    nodes = null
    await opened.close()
  }

  return {
    say: (people) => void nodes?.serverSideEmit('present', node, people),
    onHeard: (listener) => void listeners.push(listener),
    sayLooks: (said) => void nodes?.serverSideEmit('looks', node, said),
    onLooks: (listener) => void looksListeners.push(listener),
    close: () => {
      closed = true
      line?.close()
    },
  }
}
