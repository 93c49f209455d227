import { request } from 'node:http'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
  /** Status line, header lines as they came, and body: for comparing answers to the byte. */
  readonly raw: string
}

export interface Asking {
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
  /** A body as it is, with a content type among the headers. */
  readonly bytes?: Uint8Array
}

/** Asks a server on 127.0.0.1 by the name of a host: Node's resolver does not know `r1.localhost`, a browser does. */
export function ask(port: number, host: string, path: string, asking: Asking = {}): Promise<Answer> {
  const json = asking.json === undefined ? undefined : JSON.stringify(asking.json)
  const body = json ?? asking.bytes
  const headers = {
    host: `${host}:${port}`,
    ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
    ...asking.headers,
  }
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, path, method: asking.method ?? 'GET', headers, agent: false },
      (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('error', reject)
        incoming.on('end', () => {
          const text = Buffer.concat(chunks).toString()
          const status = incoming.statusCode ?? 0
          resolve({
            status,
            headers: incoming.headers,
            body: text,
            raw: [status, ...incoming.rawHeaders, text].join('\n'),
          })
        })
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
