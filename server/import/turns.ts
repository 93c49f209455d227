/** Lets a few go on at a time, and the others in the order in which they asked. */
export interface Turns {
  /** Resolves with what gives the turn back; to be called once. */
  readonly take: () => Promise<() => void>
}

/** As many turns at a time as `most`. */
export function openTurns(most: number): Turns {
  const waiting: (() => void)[] = []
  let taken = 0
  const giveBack = (): void => {
    const next = waiting.shift()
    if (next) next()
    else taken -= 1
  }
  return {
    take: () =>
      new Promise((resolve) => {
        const begin = (): void => resolve(giveBack)
        if (taken >= most) {
          waiting.push(begin)
          return
        }
        taken += 1
        begin()
      }),
  }
}
