import { parseCookie, stringifySetCookie } from 'cookie'
import type { IncomingMessage } from 'node:http'
import { limits } from '../../shared/protocol/limits.ts'

/**
 * The cookie belongs to one host alone, so that each seat of a rehearsal has its own. One name for all: plain http, as a rehearsal has
 * it, has no `__Host-` names.
 */
const cookieName = 'panelroom'

/** The session token that a request carries, or null. */
export function tokenOf(request: IncomingMessage): string | null {
  return parseCookie(request.headers.cookie ?? '')[cookieName] ?? null
}

/** The headers that give a browser its session, and take it away. */
export interface Cookies {
  readonly session: (token: string) => string
  readonly ended: () => string
}

/** Cookies for where people reach the server, as `https://panel.example`; null where that is not said. By https they are sent by nothing else. */
export function cookiesFor(publicUrl: string | null): Cookies {
  const secure = publicUrl?.toLowerCase().startsWith('https:') ?? false
  // Lax, since Strict loses it on the way from the list of seats.
  const cookie = (value: string, maxAge: number): string =>
    stringifySetCookie({
      name: cookieName,
      value,
      httpOnly: true,
      sameSite: 'lax',
      secure,
      path: '/',
      maxAge,
    })
  return {
    session: (token) => cookie(token, limits.sessionMs / 1000),
    ended: () => cookie('', 0),
  }
}
