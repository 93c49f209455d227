import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { onTestFinished } from 'vitest'

interface SlowLine {
  readonly port: number
  /** How many connections were made so far. */
  readonly connections: () => number
}

/** A line to a port of this machine that carries so many bytes a second each way. It ends with the test. */
export async function slowLine(targetPort: number, bytesPerSecond: number): Promise<SlowLine> {
  let connections = 0
  const sockets = new Set<Socket>()

  async function carry(from: Socket, to: Socket): Promise<void> {
    try {
      for await (const chunk of from) {
        to.write(chunk)
        await pause((chunk.length / bytesPerSecond) * 1_000)
      }
    } catch {
      // Either side may reset it.
    }
    to.destroy()
  }

  const server = createServer((near) => {
    connections += 1
    const far = connect({ port: targetPort, host: '127.0.0.1' })
    for (const socket of [near, far]) sockets.add(socket.on('error', () => undefined))
    void carry(near, far)
    void carry(far, near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return { port: (server.address() as AddressInfo).port, connections: () => connections }
}
