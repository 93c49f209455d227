import WebSocket from 'ws'

export type Headers = Readonly<Record<string, string>>

/** How an upgrade is answered: 101 where it is let in, else the status of the refusal. */
export function upgradeStatus(port: number, path: string, headers: Headers): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers: { ...headers } })
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('open', () => {
      socket.terminate()
      resolve(101)
    })
    socket.on('unexpected-response', (request, response) => {
      request.destroy()
      resolve(response.statusCode ?? 0)
    })
  })
}

/** All that a socket says to somebody who says nothing, until it is closed: messages in hexadecimal digits, then the code. */
export function framesUntilClosed(port: number, path: string, headers: Headers): Promise<readonly string[]> {
  const frames: string[] = []
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers: { ...headers } })
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('message', (data: Buffer) => frames.push(data.toString('hex')))
    socket.on('close', (code, reason) => resolve([...frames, `closed ${code} ${reason.toString()}`]))
  })
}
