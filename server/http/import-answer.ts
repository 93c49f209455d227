import type { Request, Response } from 'express'
import { z } from 'zod'
import { documentKinds, documentTitleSchema } from '../../shared/application/document.ts'
import type { ImportMessage } from '../../shared/application/reading.ts'
import { refuse } from '../../shared/competition/refusal.ts'
import type { Person } from '../../shared/competition/setup.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { FilesRefused } from '../files/files-refused.ts'
import { asMessage, type Added, type Adding, type Imports } from '../import/imports.ts'
import { cannotSave } from '../journal/cannot-save.ts'
import { LogFailed } from '../log/log-errors.ts'

interface Parts {
  readonly imports: Imports
  /** The person of a request's session by now, or null. */
  readonly personNow: (request: Request) => Promise<Person | null>
  /** What went wrong after the answer had begun. */
  readonly onFailure: (error: unknown) => void
}

/** Takes the file that a request brings for a review, or for null the notice; from whoever may add it there, at its end as well. */
export type ImportAnswer = (request: Request, response: Response, review: Adding['review']) => Promise<void>

const askedSchema = z.object({
  name: z.string().trim().min(1).max(255),
  title: documentTitleSchema.optional(),
  kind: z.enum(documentKinds).optional(),
})

/**
 * Tells in lines of JSON how far a file is; the last line says how it ended. What is left of a file that was refused is taken from
 * the line and thrown away, so that the page reads the answer.
 */
export function importAnswer({ imports, personNow, onFailure }: Parts): ImportAnswer {
  return async (request, response, review) => {
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
      const person = () => personNow(request)
      const adding = { person, review, name, title, kind, bytes, signal: gone(response), tell }
      const end = await added(request, { ...adding, body: bodyOf(request) })
      if (end) tell(end)
    } else tell(asMessage(notAsked))
    response.end()
    request.resume()
  }

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
