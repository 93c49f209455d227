import { parentPort, workerData } from 'node:worker_threads'
import { documentTextSchema } from '../../shared/application/document-text.ts'
import { proposeWords } from '../../shared/notice/propose-words.ts'
import type { Search } from '../files/search-thread.ts'

const { documents, rubric }: Search = workerData
const texts = documents.map(({ id, json }) => ({
  id,
  text: documentTextSchema.parse(JSON.parse(new TextDecoder().decode(json))),
}))
parentPort?.postMessage(proposeWords(texts, rubric))
