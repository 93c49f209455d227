import type { IncomingMessage } from 'node:http'

/**
 * Whether a request comes from a page of the very host that it goes to. Cookies ride along on requests from anywhere, so
 * everything that changes something or opens a socket asks this first.
 */
export function fromOwnPage(request: IncomingMessage): boolean {
  const { origin, host } = request.headers
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`)
}

/** The host without its port, in lower case. */
export function hostName(request: IncomingMessage): string {
  return (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase()
}

const forwarding = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
]

/**
 * Whether rehearsal sign-in may be offered to a request: bound to loopback, asked for by a name of this machine, and not
 * through a proxy. Anybody who can reach it can sit in any seat.
 */
export function mayRehearse(request: IncomingMessage, boundToLoopback: boolean): boolean {
  const name = hostName(request)
  const here = name === 'localhost' || name.endsWith('.localhost')
  return boundToLoopback && here && !forwarding.some((header) => request.headers[header] !== undefined)
}
