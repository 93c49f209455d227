import type { RequestHandler } from 'express'
import { cannotSave } from '../journal/cannot-save.ts'
import { LogFailed } from '../log/log-errors.ts'
import { refused } from './refused.ts'

/**
 * Lets a request go on once this node knows what all others had done by then: what was signed in, decided or started over
 * elsewhere a moment ago holds here too. Where the log does not answer, the person is told so instead of being refused.
 */
export function caughtUp(catchUp: () => Promise<void>): RequestHandler {
  return async (_request, response, next) => {
    try {
      await catchUp()
    } catch (error) {
      if (!(error instanceof LogFailed)) throw error
      response.setHeader('Cache-Control', 'no-store')
      return refused(response, 503, cannotSave.sentence)
    }
    next()
  }
}
