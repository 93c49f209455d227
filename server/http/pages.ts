import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import helmet from 'helmet'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { refused } from './api.ts'

const client = fileURLToPath(new URL('../../dist/client', import.meta.url))

/** Headers for every answer: own scripts, styles, fonts and sockets only. `now` gives the date, so that a test can. */
export function addHeaders(app: Express, now: () => number): void {
  app.disable('x-powered-by')
  app.use((_request, response, next) => {
    response.sendDate = false
    response.setHeader('Date', new Date(now()).toUTCString())
    next()
  })
  app.use(
    helmet({
      // Plain http on this machine: there is nothing to upgrade to, and no host to pin.
      strictTransportSecurity: false,
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          // Positions on a scale are set on single elements.
          styleSrcAttr: ["'unsafe-inline'"],
          fontSrc: ["'self'"],
          imgSrc: ["'self'"],
          connectSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
    }),
  )
}

/** The built client: its files, and its page for every other path. */
export function addBuiltClient(app: Express): void {
  app.use(express.static(client, { index: false, maxAge: '1h' }))
  app.get('/{*path}', (_request, response) => {
    response.setHeader('Cache-Control', 'no-cache')
    response.sendFile(path.join(client, 'index.html'))
  })
}

/** What goes wrong beyond what is expected becomes a sentence for the person and a line in the log. */
export function addFaults(app: Express, logger: Logger): void {
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    const status = statusOf(error)
    if (status >= 500) logger.error({ err: error }, 'a request failed')
    if (response.headersSent) return next(error)
    refused(
      response,
      status,
      status >= 500
        ? 'Something went wrong on the server. Try again in a moment.'
        : 'The server could not read that.',
    )
  })
}

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('status' in error)) return 500
  return typeof error.status === 'number' && error.status >= 400 && error.status < 500 ? error.status : 500
}
