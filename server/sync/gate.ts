import type * as Y from 'yjs'
import type { Writing } from '../../shared/competition/access.ts'
import type { Field } from '../../shared/form/fields.ts'
import type { Refused } from './refused.ts'
import { letIn } from './trial.ts'
import type { ReadUpdate } from './update-reader.ts'

/**
 * The gate: whether an update may enter a document. Its invariants:
 *
 * - An update is taken whole or not at all, and what is taken leaves no gap.
 * - What the document has already is skipped and not judged.
 * - Every item brought is under a client id of the person's own, in a field that person may write now, beside items of that
 *   same field, and is what the field takes. Every item deleted is in such a field, whoever wrote it.
 * - What goes on from here is not the update that came but its effect, so that nothing unjudged travels along.
 */
export interface GateRules {
  readonly person: string
  /** Whose entry first used a client id in this document. */
  readonly ownerOf: (client: number) => string | undefined
  readonly mayWriteRoot: (root: string) => Writing
  /** The field behind a root that may be written. */
  readonly fieldOf: (root: string) => Field | undefined
}

export type Verdict =
  /** `update` is the effect; `clients` are the client ids that were nobody's before. */
  | { readonly kind: 'accepted'; readonly update: Uint8Array; readonly clients: readonly number[] }
  /** All of it was there. */
  | { readonly kind: 'nothing' }
  | Refused

/** Judges an update by letting it into `copy`, which equals the served document and is of no more use once it refuses. */
export function judge(copy: Y.Doc, read: ReadUpdate, rules: GateRules): Verdict {
  const effects: Uint8Array[] = []
  const keep = (effect: Uint8Array): void => void effects.push(effect)
  copy.on('update', keep)
  const clients = copy.transact((transaction) => letIn(transaction, read, rules))
  copy.off('update', keep)
  if ('kind' in clients) return clients
  const [effect] = effects
  return effect ? { kind: 'accepted', update: effect, clients } : { kind: 'nothing' }
}
