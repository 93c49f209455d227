import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export interface TcpProxy {
  readonly port: number
  /** The network is gone: new connections are reset, open ones stay open on both sides and lose every byte and every end. */
  readonly cut: () => void
  /** The network is back: what was cut off is reset now, new connections go through. */
  readonly heal: () => void
  /**
   * Connections that are open now, and last said something with this in it, lose every byte and every end; new ones go through.
   * Returns how many.
   */
  readonly mute: (saying?: string) => number
  /** Resets every open connection now; new ones go through as before. */
  readonly reset: () => void
  /** From now on each byte arrives this many milliseconds later, in order. */
  readonly delay: (ms: number) => void
  /** Resets every open connection and lets go of the port. */
  readonly close: () => Promise<void>
}

type Pair = readonly [near: Socket, far: Socket]

/** Stands between two parties on 127.0.0.1 and takes the network away from them. Listens on a free port. */
export async function startProxy(targetPort: number): Promise<TcpProxy> {
  const pairs = new Set<Pair>()
  const muted = new WeakSet<Pair>()
  const lastSaid = new WeakMap<Pair, Buffer>()
  let cutOff = false
  let late = 0

  const server = createServer({ allowHalfOpen: true }, (near) => {
    // The end of a connection is told by its close; which error it was makes no difference to the other side.
    near.on('error', () => undefined)
    if (cutOff) return void near.resetAndDestroy()
    const far = connect({ port: targetPort, host: '127.0.0.1', allowHalfOpen: true })
    far.on('error', () => undefined)
    const pair = [near, far] as const
    pairs.add(pair)
    near.on('data', (chunk) => lastSaid.set(pair, chunk))
    join(pair, near, far)
    join(pair, far, near)
  })

  function join(pair: Pair, from: Socket, to: Socket): void {
    let line: Promise<void> = Promise.resolve()
    /** Does what has come from one side to the other, in its turn and after the delay, unless the network is gone by then. */
    const carry = (act: () => void): void => {
      const due = performance.now() + late
      line = line.then(async () => {
        const rest = due - performance.now()
        if (rest > 0) await pause(rest)
        if (!cutOff && !muted.has(pair) && pairs.has(pair)) act()
      })
    }
    from.setNoDelay(true)
    from.on('data', (chunk) => carry(() => void to.write(chunk)))
    from.on('end', () => carry(() => void to.end()))
    from.on('close', (failed) =>
      carry(() => {
        if (failed) drop(pair)
        else if (to.destroyed) pairs.delete(pair)
      }),
    )
  }

  function drop(pair: Pair): void {
    pairs.delete(pair)
    for (const side of pair) side.resetAndDestroy()
  }
  const reset = (): void => pairs.forEach(drop)

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      cutOff = true
    },
    heal: () => {
      if (cutOff) reset()
      cutOff = false
    },
    mute: (saying = '') => {
      const found = [...pairs].filter((pair) => lastSaid.get(pair)?.includes(saying))
      for (const pair of found) muted.add(pair)
      return found.length
    },
    reset,
    delay: (ms) => {
      late = ms
    },
    close: async () => {
      reset()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
