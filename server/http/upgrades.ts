import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { fromOwnPage } from './origin.ts'

/** Takes over the upgrades of one path. */
export interface UpgradeHandler {
  readonly handles: (pathname: string) => boolean
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
}

/**
 * The one place where upgrades are let in: known paths only (404), own pages only (403 for others), and whatever is neither is
 * closed at once instead of being left hanging. In development what is not known is left to the hot reload.
 */
export function dispatchUpgrades(
  http: Server,
  handlers: readonly UpgradeHandler[],
  { dev }: { dev: boolean },
): void {
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Node has taken its own listener off by now: without one, a line that is reset here would end the process.
    socket.on('error', () => socket.destroy())
    const pathname = pathOf(request)
    const handler = handlers.find((candidate) => candidate.handles(pathname))
    if (!handler) return dev ? undefined : answer(socket, '404 Not Found')
    if (!fromOwnPage(request)) return answer(socket, '403 Forbidden')
    handler.upgrade(request, socket, head)
  })
}

/** The path that a request asks for, without its query. */
function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?')[0] ?? '/'
}

function answer(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
