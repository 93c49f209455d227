import type { Express } from 'express'
import helmet from 'helmet'

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
          // The viewer of PDFs decodes some pictures with WebAssembly of our own, and reads in a worker.
          scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
          workerSrc: ["'self'"],
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
