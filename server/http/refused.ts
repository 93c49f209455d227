import type { Express, NextFunction, Request, Response } from 'express'
import type { Logger } from 'pino'
import { closeSentences } from '../../shared/protocol/close-codes.ts'
import { cannotSave } from '../journal/cannot-save.ts'
import { LogFailed } from '../log/log-errors.ts'

/** Answers with a status and a sentence for the person. */
export function refused(response: Response, status: number, sentence: string): void {
  response.status(status).json({ sentence })
}

/** Nobody is signed in, or no longer. */
export function signedOut(response: Response): void {
  refused(response, 401, signedOutSentence)
}

export const signedOutSentence = 'You are signed out. Sign in again.'

/** What is not there, and what the person may not know of, are answered alike. */
export function nothingHere(response: Response): void {
  refused(response, 404, closeSentences.notFound)
}

/** Something that changes anything was not asked for by a page of this very host. */
export function foreignPage(response: Response): void {
  refused(response, 403, 'That did not come from a page of Panelroom.')
}

/** What was sent is not what can be asked here. */
export function unreadable(response: Response): void {
  refused(response, 400, unreadableSentence)
}

const unreadableSentence = 'The server could not read that.'

/** What goes wrong beyond what is expected becomes a sentence for the person and a line in the log. */
export function addFaults(app: Express, logger: Logger): void {
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    const status = statusOf(error)
    if (status === 500) logger.error({ err: error }, 'a request failed')
    if (response.headersSent) return next(error)
    response.setHeader('Cache-Control', 'no-store')
    if (status === 503) return refused(response, status, cannotSave.sentence)
    refused(
      response,
      status,
      status === 500 ? 'Something went wrong on the server. Try again in a moment.' : unreadableSentence,
    )
  })
}

function statusOf(error: unknown): number {
  if (error instanceof LogFailed) return 503
  if (typeof error !== 'object' || error === null || !('status' in error)) return 500
  return typeof error.status === 'number' && error.status >= 400 && error.status < 500 ? error.status : 500
}
