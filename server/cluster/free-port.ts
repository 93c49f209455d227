import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

const LOWEST_PORT = 20_000
const PORTS = 12_000

/**
 * The wanted port of 127.0.0.1 where nobody listens on it, else another: one below those that systems hand out for connections
 * going out. Whoever tries a port of those again and again while nobody listens there ends up connected to itself. Somebody else
 * may take the port before it is used.
 */
export async function freePort(wanted?: number): Promise<number> {
  if (wanted !== undefined && (await isFree(wanted))) return wanted
  for (;;) {
    const port = LOWEST_PORT + randomInt(PORTS)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  if (port > 65_535) return Promise.resolve(false)
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
