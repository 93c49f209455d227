import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface Balancer {
  readonly port: number
  /** Takes no more connections, ends the open ones, and lets go of the port. */
  readonly close: () => Promise<void>
}

export interface Balancing {
  /** Where it listens on 127.0.0.1; 0 takes any free port. */
  readonly port: number
  /** The ports on 127.0.0.1 of the nodes that are there now; asked for each connection. */
  readonly nodes: () => readonly number[]
}

/**
 * Hands each connection whole to one of the nodes, by turns. A node that refuses is passed over; where all refuse, the connection
 * ends, and whoever made it tries again. Knows nothing of what is said. Rejects when the port is taken.
 */
export async function startBalancer({ port, nodes }: Balancing): Promise<Balancer> {
  const open = new Set<Socket>()
  let turn = 0

  const keep = (socket: Socket): void => {
    open.add(socket)
    // What went wrong with a connection shows in its close, which follows.
    socket.on('error', () => undefined)
    socket.once('close', () => open.delete(socket))
  }

  /** The connection to the next node that takes it, or null where none does. */
  async function reach(): Promise<Socket | null> {
    const there = nodes()
    const first = turn % Math.max(1, there.length)
    turn += 1
    for (const node of [...there.slice(first), ...there.slice(0, first)]) {
      const socket = connect({ port: node, host: '127.0.0.1', allowHalfOpen: true, noDelay: true })
      keep(socket)
      if (await connected(socket)) return socket
    }
    return null
  }

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (from) => {
    keep(from)
    void reach().then((to) => {
      if (to === null || from.destroyed || !server.listening) {
        from.destroy()
        to?.destroy()
        return
      }
      from.pipe(to).pipe(from)
      from.once('close', () => to.destroy())
      to.once('close', () => from.destroy())
    })
  })

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
  // Taking a connection can fail for want of files: that one is lost, and the next may be had.
  server.on('error', () => undefined)

  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
}

function connected(socket: Socket): Promise<boolean> {
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(true))
    socket.once('close', () => resolve(false))
  })
}
