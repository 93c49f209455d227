import { limits } from '../../shared/protocol/limits.ts'
import type { Look } from '../../shared/protocol/looks.ts'
import type { Hints, SaidLook } from './hints.ts'

/** Where a person looks, and since when: `performance.now()` of this node. */
export interface Held {
  readonly person: string
  readonly look: Look
  readonly since: number
}

/** Of several of one person in one review the newest: people have more than one tab. */
export function newestOf(all: Iterable<Held>): readonly Held[] {
  const newest = new Map<string, Held>()
  for (const held of all) {
    const key = keyOf(held.person, held.look.review)
    if ((newest.get(key)?.since ?? -Infinity) <= held.since) newest.set(key, held)
  }
  return [...newest.values()]
}

/** Where people look whose lines are to other nodes. Every node says what changes, and all of it every second. */
export interface LooksElsewhere {
  readonly looks: () => readonly Held[]
  /** A person looks elsewhere than before, or nowhere, in a review, by what their lines to this node say. */
  readonly saySoon: (person: string, review: string) => void
  readonly close: () => void
}

interface Parts {
  readonly hints: Hints | null
  /** The newest of each person here. */
  readonly here: () => readonly Held[]
  /** Whether that person may look there: what another node says is judged like what a page here says. */
  readonly isLegal: (person: string, look: Look) => boolean
  readonly onChange: (review: string) => void
}

interface NodeLooks {
  at: number
  readonly held: Map<string, Held>
}

/** Opens what nodes tell each other of where people look. */
export function openLooksElsewhere({ hints, here, isLegal, onChange }: Parts): LooksElsewhere {
  const nodes = new Map<string, NodeLooks>()
  const changed = new Map<string, { readonly person: string; readonly review: string }>()
  let saying: NodeJS.Timeout | null = null
  const now = (): number => performance.now()

  const said = ({ person, look: { review, ...place }, since }: Held): SaidLook => ({
    person,
    review,
    age: Math.round(now() - since),
    place,
  })

  function sayChanged(): void {
    saying = null
    const known = new Map(here().map((held) => [keyOf(held.person, held.look.review), held]))
    const looks = [...changed].map(([key, { person, review }]): SaidLook => {
      const held = known.get(key)
      return held ? said(held) : { person, review, age: 0, place: null }
    })
    changed.clear()
    hints?.sayLooks({ whole: false, looks })
  }

  hints?.onLooks((node, { whole, looks }) => {
    const known = nodes.get(node) ?? { at: 0, held: new Map<string, Held>() }
    nodes.set(node, known)
    known.at = now()
    const before = new Map(known.held)
    if (whole) known.held.clear()
    for (const { person, review, age, place } of looks) {
      const look = place && { review, ...place }
      if (look && isLegal(person, look))
        known.held.set(keyOf(person, review), { person, look, since: now() - age })
      else known.held.delete(keyOf(person, review))
    }
    for (const review of differing(before, known.held)) onChange(review)
  })

  function forgetSilent(): void {
    const silent = [...nodes].filter(([, { at }]) => now() - at > limits.presenceForgetMs)
    for (const [node, { held }] of silent) {
      nodes.delete(node)
      for (const review of differing(held, new Map())) onChange(review)
    }
  }

  const timer = setInterval(() => {
    const looks = here().map(said)
    hints?.sayLooks({ whole: true, looks })
    forgetSilent()
  }, limits.presenceMs).unref()

  return {
    looks: () => [...nodes.values()].flatMap(({ held }) => [...held.values()]),
    saySoon: (person, review) => {
      if (!hints) return
      changed.set(keyOf(person, review), { person, review })
      saying ??= setTimeout(sayChanged, limits.lookEveryMs).unref()
    },
    close: () => {
      clearInterval(timer)
      if (saying) clearTimeout(saying)
    },
  }
}

/** A NUL can stand in no id. */
function keyOf(person: string, review: string): string {
  return `${person}\u0000${review}`
}

/** The reviews in which somebody looks elsewhere than before. */
function differing(before: ReadonlyMap<string, Held>, after: ReadonlyMap<string, Held>): ReadonlySet<string> {
  const all = [...before, ...after].filter(
    ([key]) => JSON.stringify(before.get(key)?.look) !== JSON.stringify(after.get(key)?.look),
  )
  return new Set(all.map(([, { look }]) => look.review))
}
