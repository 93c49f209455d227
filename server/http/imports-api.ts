import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import { documentKinds, documentTitleSchema } from '../../shared/application/document.ts'
import type { ImportMessage } from '../../shared/application/reading.ts'
import { refuse } from '../../shared/competition/refusal.ts'
import { mayKnow } from '../../shared/competition/access.ts'
import type { Person } from '../../shared/competition/setup.ts'
import { findReview } from '../../shared/competition/state.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { FilesRefused } from '../files/files-refused.ts'
import { asMessage, type Added, type Adding, type Imports } from '../import/imports.ts'
import { cannotSave } from '../journal/cannot-save.ts'
import { LogFailed } from '../log/log-errors.ts'
import type { Stages } from '../stages.ts'
import { fromOwnPage } from './origin.ts'
import { foreignPage, nothingHere } from './refused.ts'

interface Parts {
  readonly stages: Stages
  readonly imports: Imports
  readonly personOf: (request: Request) => Person | null
  /** What went wrong after the answer had begun. */
  readonly onFailure: (error: unknown) => void
}

const askedSchema = z.object({
  name: z.string().trim().min(1).max(255),
  title: documentTitleSchema.optional(),
  kind: z.enum(documentKinds).optional(),
})

/**
 * Takes a file for an application from a page of staff, and tells in lines of JSON how far it is; the last line says how it
 * ended. What is left of a file that was refused is taken from the line and thrown away, so that the page reads the answer.
 */
export function importsApi({ stages, imports, personOf, onFailure }: Parts): Router {
  const api = express.Router()

  api.post('/:review/documents', async (request, response) => {
    if (!fromOwnPage(request)) return foreignPage(response)
    const person = personOf(request)
    const review = findReview(stages.current().journal.state(), String(request.params['review']))
    if (person?.role !== 'staff' || !review || !mayKnow(review, person)) return nothingHere(response)
    response.setHeader('Content-Type', 'application/x-ndjson')
    // A proxy that collects lines would keep them until the end.
    response.setHeader('X-Accel-Buffering', 'no')
    const tell = (message: ImportMessage): void => {
      if (!response.destroyed) response.write(`${JSON.stringify(message)}\n`)
    }
    const asked = askedSchema.safeParse(request.query)
    if (asked.success) {
      const { name, title = null, kind = null } = asked.data
      const bytes = Number(request.headers['content-length'] ?? 0)
      const adding = { person, review: review.id, name, title, kind, bytes, signal: gone(response), tell }
      const end = await added(request, { ...adding, body: bodyOf(request) })
      if (end) tell(end)
    } else tell(asMessage(notAsked))
    response.end()
    request.resume()
  })
  return api

  /** How an import ended; null where the page has gone, or the server is ending. */
  async function added(request: Request, adding: Adding): Promise<Added | null> {
    try {
      return await imports.add(adding)
    } catch (error) {
      if (request.socket.destroyed || (error instanceof Error && error.name === 'AbortError')) return null
      if (error instanceof LogFailed) return asMessage(cannotSave)
      onFailure(error)
      return asMessage(error instanceof FilesRefused ? cannotStore : wentWrong)
    }
  }
}

const notAsked = refuse('malformed', 'A file needs a name, and a title of up to 120 characters if any.')
const cannotStore = refuse('not-saved', 'The server cannot store files at the moment. Tell whoever runs it.')
const wentWrong = refuse('not-saved', 'Something went wrong on the server. Nothing was added; try again.')

/** Ends when a page has gone before it was answered. */
function gone(response: Response): AbortSignal {
  const leaving = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) leaving.abort()
  })
  return leaving.signal
}

/** What a page sends. A page that falls silent in the middle has gone. */
async function* bodyOf(request: Request): AsyncGenerator<Uint8Array> {
  request.setTimeout(limits.uploadQuietMs)
  try {
    // Left early it stays open: the answer goes out on the same line.
    for await (const piece of request.iterator({ destroyOnReturn: false })) yield piece
  } finally {
    request.setTimeout(0)
  }
}
