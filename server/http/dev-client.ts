import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

export type DevMiddleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void

/**
 * The client straight from its sources, with hot reload over the given server; for `--dev` only.
 * Mount it last: it answers every path with a page. Import this file only then, since it loads Vite.
 */
export async function devClient(httpServer: Server): Promise<DevMiddleware> {
  const vite = await createServer({
    configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
    server: { middlewareMode: true, ws: { server: httpServer } },
    appType: 'spa',
  })
  httpServer.once('close', () => void vite.close())
  return (request, response, next) => {
    // Hot reload puts its own script and styles inline, which the policy of the built pages refuses.
    response.removeHeader('Content-Security-Policy')
    vite.middlewares(request, response, next)
  }
}
