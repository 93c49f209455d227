import type { Ports } from '../../server/ports.ts'

/** Ports whose clock stands still until it is moved, and whose ids, salts and secrets are numbered for whoever's turn it is. */
export interface TurnPorts {
  readonly ports: Ports
  /** Lets time pass, in milliseconds. */
  readonly pass: (ms: number) => void
  /**
   * What the server needs while this runs, it draws from that name's own numbers: how much it drew in the turns of others does
   * not show. A random source has that property; this one has it and gives the same twice.
   */
  readonly turn: <T>(name: string, doing: () => Promise<T>) => Promise<T>
}

export function turnPorts(start: number): TurnPorts {
  const drawn = new Map<string, number>()
  let time = start
  let whose = 'server'
  const draw = (kind: string): string => {
    const key = `${whose}-${kind}`
    const number = (drawn.get(key) ?? 0) + 1
    drawn.set(key, number)
    return `${key}-${number}`
  }
  return {
    ports: {
      now: () => time,
      id: () => draw('id'),
      salt: () => Buffer.from(draw('salt')).toString('hex').padEnd(32, '0').slice(-32),
      secret: () => draw('secret').padEnd(43, '_'),
    },
    pass: (ms) => {
      time += ms
    },
    turn: async (name, doing) => {
      const before = whose
      whose = name
      try {
        return await doing()
      } finally {
        whose = before
      }
    },
  }
}
