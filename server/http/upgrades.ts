import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { fromOwnPage } from './origin.ts'

/** Takes over the upgrades of one path. */
export interface UpgradeHandler {
  readonly handles: (pathname: string) => boolean
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
}

/** Paths whose own listeners on the server answer: socket.io, and in development the hot reload. */
const leftAlone = (pathname: string, dev: boolean): boolean =>
  pathname === '/socket.io/' || (dev && !pathname.startsWith('/sync/'))

/**
 * The one place where upgrades are let in: own pages only (403 for others), known paths only (404), and whatever is neither is
 * closed at once instead of being left hanging.
 */
export function dispatchUpgrades(
  http: Server,
  handlers: readonly UpgradeHandler[],
  { dev }: { dev: boolean },
): void {
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const pathname = pathOf(request)
    if (leftAlone(pathname, dev)) return
    const handler = handlers.find((candidate) => candidate.handles(pathname))
    if (!handler) return answer(socket, '404 Not Found')
    if (!fromOwnPage(request)) return answer(socket, '403 Forbidden')
    handler.upgrade(request, socket, head)
  })
}

/** The path that a request asks for, without its query. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?')[0] ?? '/'
}

function answer(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
