import type { RequestHandler } from 'express'

/**
 * Lets a request go on once this node knows what all others had done by then: what was signed in, decided or started over
 * elsewhere a moment ago holds here too. Where the log does not answer, the person is told so instead of being refused.
 */
export function caughtUp(catchUp: () => Promise<void>): RequestHandler {
  return async (_request, _response, next) => {
    await catchUp()
    next()
  }
}
