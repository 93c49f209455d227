import { Worker } from 'node:worker_threads'

/** What a list of documents says of a text. */
export interface TextShape {
  readonly pages: number
  readonly ownPages: boolean
  /** In UTF-16 units. */
  readonly length: number
}

export interface ToMeasure {
  readonly id: number
  /** A DocumentText as JSON in UTF-8. */
  readonly json: Uint8Array
}

export type Measured =
  | { readonly id: number; readonly shape: TextShape }
  | { readonly id: number; readonly failed: string }

interface Asked {
  readonly resolve: (shape: TextShape) => void
  readonly reject: (error: Error) => void
}

interface Thread {
  readonly worker: Worker
  readonly asked: Map<number, Asked>
  idle: NodeJS.Timeout | null
}

/** A list of documents is asked for all of them at once, and then perhaps not for an hour. */
const idleMs = 10_000

/** The longest text takes some hundred. */
const heapMegabytes = 1024

/**
 * Measures texts in a thread of their own: the longest takes seconds to parse, and everybody's typing goes through this one.
 * Rejects where the JSON is no DocumentText.
 */
export function openMeasuring(): (json: Uint8Array) => Promise<TextShape> {
  let current: Thread | null = null
  let last = 0

  function begin(): Thread {
    const worker = new Worker(new URL('./measure-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    })
    // Nobody waits for it when the server ends.
    worker.unref()
    const thread: Thread = { worker, asked: new Map(), idle: null }
    const over = (error: Error): void => {
      if (current === thread) current = null
      for (const { reject } of thread.asked.values()) reject(error)
      thread.asked.clear()
    }
    worker.on('message', (said: Measured) => answer(thread, said))
    worker.once('error', over)
    worker.once('exit', () => over(new Error('The thread that measures texts has ended.')))
    return thread
  }

  function answer(thread: Thread, said: Measured): void {
    const asked = thread.asked.get(said.id)
    thread.asked.delete(said.id)
    if ('shape' in said) asked?.resolve(said.shape)
    else asked?.reject(new Error(said.failed))
    if (thread.asked.size > 0) return
    thread.idle = setTimeout(() => {
      if (current === thread) current = null
      void thread.worker.terminate()
    }, idleMs).unref()
  }

  return (json) => {
    const thread = (current ??= begin())
    if (thread.idle) clearTimeout(thread.idle)
    const id = (last += 1)
    return new Promise((resolve, reject) => {
      thread.asked.set(id, { resolve, reject })
      thread.worker.postMessage({ id, json } satisfies ToMeasure)
    })
  }
}
