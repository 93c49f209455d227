import { parentPort, workerData } from 'node:worker_threads'
import { documentTextSchema } from '../../shared/application/document-text.ts'
import { proposePlaces } from '../../shared/application/propose-places.ts'
import type { Search } from './search-thread.ts'

const { documents, rubric }: Search = workerData
const texts = documents.map(({ id, json }) => ({
  id,
  text: documentTextSchema.parse(JSON.parse(new TextDecoder().decode(json))),
}))
parentPort?.postMessage(proposePlaces(texts, rubric))
