import { Worker } from 'node:worker_threads'
import { placesSchema, type Places } from '../../shared/application/places.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { openTurns } from '../import/turns.ts'

/** What the thread is given: texts as JSON in UTF-8, so that nothing large is copied twice. */
export interface Search {
  readonly documents: readonly { readonly id: string; readonly json: Uint8Array }[]
  readonly rubric: Rubric
}

/** A text of 425,000 characters takes a third of a second; what takes so long is no application. */
const longestMs = 30_000

/** The longest application, all its texts at once. */
const heapMegabytes = 1024

const turns = openTurns(1)

/**
 * Looks for the parts that answer the criteria in a thread of its own, one application at a time: longer than others would wait
 * for this one. Rejects where that takes half a minute or a gigabyte.
 */
export async function findPlaces(search: Search): Promise<Places> {
  const giveBack = await turns.take()
  try {
    return placesSchema.parse(await searched(search))
  } finally {
    giveBack()
  }
}

function searched(search: Search): Promise<unknown> {
  const worker = new Worker(new URL('./find-places-worker.ts', import.meta.url), {
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
      reject(new Error(`The parts of an application were not found within ${longestMs / 1000} seconds.`))
    })
  })
}
