import { request } from 'node:http'
import type { ServerAt } from './said.ts'

export interface Asked {
  readonly status: number
  readonly body: string
  /** The cookie that the answer sets, without its terms; null where it sets none. */
  readonly cookie: string | null
}

/** Asks the server as a page of a host under `localhost` does, whose name the system's resolver need not know. */
export function askServer(
  { address, port }: ServerAt,
  host: string,
  path: string,
  { cookie, json }: { readonly cookie?: string; readonly json?: unknown } = {},
): Promise<Asked> {
  const body = json === undefined ? undefined : JSON.stringify(json)
  const headers = {
    ...pageHeaders(host, port, cookie),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  }
  const method = body === undefined ? 'GET' : 'POST'
  return new Promise((resolve, reject) => {
    const outgoing = request(`http://${address}:${port}${path}`, { method, headers, agent: false })
    outgoing.on('error', reject)
    outgoing.on('response', (incoming) => {
      let text = ''
      incoming.setEncoding('utf8').on('data', (piece: string) => (text += piece))
      incoming.on('error', reject)
      incoming.on('end', () => {
        const [set] = incoming.headers['set-cookie'] ?? []
        resolve({ status: incoming.statusCode ?? 0, body: text, cookie: set?.split(';')[0] ?? null })
      })
    })
    outgoing.end(body)
  })
}

/** What a browser sends along with everything that a page of a host asks for. */
export function pageHeaders(host: string, port: number, cookie?: string): Record<string, string> {
  const origin = { host: `${host}:${port}`, origin: `http://${host}:${port}` }
  return cookie === undefined ? origin : { ...origin, cookie }
}
