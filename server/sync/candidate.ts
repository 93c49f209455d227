import * as Y from 'yjs'
import { judge, type GateRules, type Verdict } from './gate.ts'
import { knowsAll } from './known.ts'
import { refuse } from './refused.ts'
import type { Replica } from './replica.ts'
import { readUpdate } from './update-reader.ts'

/** Client ids of one person in one document: one for each time a page was opened and written in. */
const mostClientsEach = 1_000
/** Splitting what stands can cost more bytes than the update that splits it has: at most this many times as many. */
const growth = 32

export type Judging = (update: Uint8Array, rules: Omit<GateRules, 'ownerOf'>, mostBytes: number) => Verdict

/**
 * The copy on which updates are tried, because letting one in cannot be undone. It is made from the served copy in a fraction of
 * a millisecond, kept in step with it while updates are accepted, and given up at the first that is refused.
 */
export interface Candidate {
  /** Judges a group of updates, each on top of those accepted before it. The next group is judged on what is served by then. */
  readonly start: () => Judging
  /** To be called unless all that was accepted was appended next: the copy is no more what is served. */
  readonly drop: () => void
}

interface Copy {
  readonly doc: Y.Doc
  /** The version of the served copy that this one equals once what was accepted is appended. */
  version: number
  /** What the document takes at most. */
  bytes: number
}

export function createCandidate(replica: Pick<Replica, 'doc' | 'owners' | 'version'>): Candidate {
  let copy: Copy | null = null

  function freshCopy(accepted: readonly Uint8Array[]): Copy {
    const doc = new Y.Doc()
    const served = Y.encodeStateAsUpdate(replica.doc())
    for (const update of [served, ...accepted]) Y.applyUpdate(doc, update)
    const bytes = accepted.reduce((sum, update) => sum + growth * update.length, served.length)
    return { doc, version: replica.version() + accepted.length, bytes }
  }

  function start(): Judging {
    const accepted: Uint8Array[] = []
    const owners = new Map<number, string>()
    const ownerOf = (client: number) => replica.owners.get(client) ?? owners.get(client)
    const ownedBy = (person: string) =>
      [...replica.owners.values(), ...owners.values()].filter((owner) => owner === person).length
    if (copy?.version !== replica.version()) copy = null

    return (update, rules, mostBytes) => {
      const read = readUpdate(update)
      if (read.kind === 'refused') return read
      // What a page says when it opens a document or comes back is mostly this, and needs no copy.
      if (knowsAll(replica.doc(), read)) return { kind: 'nothing' }
      const tried = copy ?? freshCopy(accepted)
      copy = null
      const verdict = judge(tried.doc, read, { ...rules, ownerOf })
      if (verdict.kind === 'refused') return verdict
      if (verdict.kind === 'accepted') {
        const { clients } = verdict
        if (clients.length > 0 && ownedBy(rules.person) + clients.length > mostClientsEach) {
          return refuse('tooLarge')
        }
        tried.bytes += growth * verdict.update.length
        if (tried.bytes > mostBytes) tried.bytes = Y.encodeStateAsUpdate(tried.doc).length
        if (tried.bytes > mostBytes) return refuse('tooLarge')
        tried.version += 1
        accepted.push(verdict.update)
        for (const client of clients) owners.set(client, rules.person)
      }
      copy = tried
      return verdict
    }
  }

  return {
    start,
    drop: () => {
      copy = null
    },
  }
}
