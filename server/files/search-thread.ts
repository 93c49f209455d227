import { Worker } from 'node:worker_threads'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { openTurns } from '../import/turns.ts'

/** What the thread is given: texts as JSON in UTF-8, so that nothing large is copied twice. */
export interface Search {
  readonly documents: readonly { readonly id: string; readonly json: Uint8Array }[]
  readonly rubric: Rubric
}

/** What takes so long is no text that people wrote: half a million characters take half a second. */
const longestMs = 30_000
/** The longest documents, all texts at once. */
const heapMegabytes = 1024

/**
 * Runs searches in a thread of their own, one at a time, by a worker that posts one answer: longer than others would wait. `what`
 * names in the plural what is looked for. A search rejects where it takes half a minute or a gigabyte.
 */
export function searchThread(worker: URL, what: string): (search: Search) => Promise<unknown> {
  const turns = openTurns(1)
  return async (search) => {
    const giveBack = await turns.take()
    try {
      return await answerOf(worker, what, search)
    } finally {
      giveBack()
    }
  }
}

function answerOf(url: URL, what: string, search: Search): Promise<unknown> {
  const worker = new Worker(url, {
    workerData: search,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  })
  // Nobody waits for it when the server ends.
  worker.unref()
  return new Promise((resolve, reject) => {
    const tooLong = setTimeout(() => void worker.terminate(), longestMs).unref()
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => {
      clearTimeout(tooLong)
      reject(new Error(`${what} were not found within ${longestMs / 1000} seconds.`))
    })
  })
}
