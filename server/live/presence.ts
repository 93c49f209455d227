import { limits } from '../../shared/protocol/limits.ts'
import type { Hints } from './hints.ts'

/** Who has a line to some other node. Every node says who has one to it when that changes, and every second. */
export interface Presence {
  readonly online: (person: string) => boolean
  /** Says who has a line here, now. */
  readonly say: () => void
  readonly close: () => void
}

interface Parts {
  readonly here: () => readonly string[]
  /** Null where there are no other nodes. */
  readonly hints: Hints | null
  /** Somebody came to another node, or left it, or the node was not heard of any more. */
  readonly onChange: () => void
}

/** Opens the presence that nodes share. */
export function openPresence({ here, hints, onChange }: Parts): Presence {
  const nodes = new Map<string, { readonly people: readonly string[]; readonly at: number }>()

  const say = (): void => hints?.say(here())
  // Not the time of day, which may be set back.
  const now = (): number => performance.now()

  function forgetSilent(): void {
    const silent = [...nodes].filter(([, { at }]) => now() - at > limits.presenceForgetMs)
    for (const [node] of silent) nodes.delete(node)
    if (silent.some(([, { people }]) => people.length > 0)) onChange()
  }

  hints?.onHeard((node, people) => {
    const before = nodes.get(node)?.people ?? []
    nodes.set(node, { people, at: now() })
    if (before.join() !== people.join()) onChange()
  })

  const timer = setInterval(() => {
    say()
    forgetSilent()
  }, limits.presenceMs).unref()

  return {
    online: (person) => [...nodes.values()].some(({ people }) => people.includes(person)),
    say,
    close: () => clearInterval(timer),
  }
}
