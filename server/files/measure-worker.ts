import { parentPort } from 'node:worker_threads'
import { documentTextSchema } from '../../shared/application/document-text.ts'
import type { Measured, ToMeasure } from './measure.ts'

parentPort?.on('message', ({ id, json }: ToMeasure) => {
  parentPort?.postMessage(measured(id, json))
})

function measured(id: number, json: Uint8Array): Measured {
  try {
    const { pages, ownPages, text } = documentTextSchema.parse(JSON.parse(new TextDecoder().decode(json)))
    return { id, shape: { pages: pages.length, ownPages, length: text.length } }
  } catch (error) {
    return { id, failed: error instanceof Error ? error.message : String(error) }
  }
}
