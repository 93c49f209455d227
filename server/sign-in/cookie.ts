import { parseCookie, stringifySetCookie } from 'cookie'
import type { IncomingMessage } from 'node:http'
import { limits } from '../../shared/protocol/limits.ts'

/** The cookie belongs to one host alone, so that each seat of a rehearsal has its own. Plain http has no `__Host-` names. */
const cookieName = 'panelroom'

/** The session token that a request carries, or null. */
export function tokenOf(request: IncomingMessage): string | null {
  return parseCookie(request.headers.cookie ?? '')[cookieName] ?? null
}

/** The header that gives a browser its session. Lax, since Strict loses it on the way from the list of seats. */
export function sessionCookie(token: string): string {
  const maxAge = limits.sessionMs / 1000
  return stringifySetCookie({
    name: cookieName,
    value: token,
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge,
  })
}

/** The header that takes it away. */
export function endedCookie(): string {
  return stringifySetCookie({
    name: cookieName,
    value: '',
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: 0,
  })
}
