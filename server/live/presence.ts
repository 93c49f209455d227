import { limits } from '../../shared/protocol/limits.ts'

/** Who has a line to some other node. Every node says who has one to it when that changes, and every second. */
export interface Presence {
  readonly online: (person: string) => boolean
  /** What another node said. */
  readonly heard: (node: string, people: readonly string[]) => void
  /** Says who has a line here, now. */
  readonly say: () => void
  readonly close: () => void
}

interface Parts {
  readonly now: () => number
  readonly here: () => readonly string[]
  readonly tell: (people: readonly string[]) => void
  /** Somebody came to another node, or left it, or the node was not heard of any more. */
  readonly onChange: () => void
}

/** Opens the presence that nodes share. */
export function openPresence({ now, here, tell, onChange }: Parts): Presence {
  const nodes = new Map<string, { readonly people: readonly string[]; readonly at: number }>()

  const say = (): void => tell(here())

  function forgetSilent(): void {
    const silent = [...nodes].filter(([, { at }]) => now() - at > limits.presenceForgetMs)
    for (const [node] of silent) nodes.delete(node)
    if (silent.some(([, { people }]) => people.length > 0)) onChange()
  }

  const timer = setInterval(() => {
    say()
    forgetSilent()
  }, limits.presenceMs).unref()

  return {
    online: (person) => [...nodes.values()].some(({ people }) => people.includes(person)),
    heard: (node, people) => {
      const before = nodes.get(node)?.people ?? []
      nodes.set(node, { people, at: now() })
      if (before.join() !== people.join()) onChange()
    },
    say,
    close: () => clearInterval(timer),
  }
}
