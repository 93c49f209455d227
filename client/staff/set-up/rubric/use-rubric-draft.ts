import { useMemo, useState } from 'react'
import { canonicalHash } from '../../../../shared/record/hash.ts'
import type { Rubric } from '../../../../shared/rubric/rubric.ts'
import { afterEdit, freshHistory, redone, undone, type DraftHistory } from './draft-history.ts'

/** A rubric that the server holds, under the name that it has there. */
export interface SavedRubric {
  readonly name: string
  readonly rubric: Rubric
  /** The edition of the set-up in which it was the newest. */
  readonly edition: number
}

export interface RubricDraft {
  readonly rubric: Rubric
  /** What the server had when it was begun. */
  readonly base: Rubric
  /** It is another than what the server had. */
  readonly changed: boolean
  /** Something else was saved meanwhile than it was begun from. */
  readonly overtaken: boolean
  /** The edition of the set-up that a save is to be held against. */
  readonly since: number
  readonly edit: (next: Rubric, what: string, at: string) => void
  /** Takes the last change back; tells what it was, or null where there is none. */
  readonly undo: () => { readonly what: string; readonly at: string } | null
  readonly redo: () => { readonly what: string; readonly at: string } | null
  readonly undoable: string | null
  readonly redoable: string | null
  /** Drops the draft for what the server has. */
  readonly startOver: () => void
  /** Goes on with the draft on top of what the server has now. */
  readonly keep: () => void
}

/** The rubric as it is being changed on a page, beside the one that the server has. Nothing of it is kept anywhere else. */
export function useRubricDraft(saved: SavedRubric): RubricDraft {
  const [base, setBase] = useState(saved)
  const [history, setHistory] = useState<DraftHistory>(() => freshHistory(saved.rubric))
  const draftHash = useMemo(() => canonicalHash(history.now), [history.now])
  const baseHash = useMemo(() => canonicalHash(base.rubric), [base.rubric])
  const moved = saved.name !== base.name
  // Nothing was changed here, or what was changed here is what was saved, be it as the next version.
  const follows = moved && (draftHash === baseHash || isSame(history.now, saved.rubric))
  if (follows) {
    setBase(saved)
    setHistory(freshHistory(saved.rubric))
  }

  function step(to: DraftHistory | null, of: { readonly what: string; readonly at: string } | undefined) {
    if (!to || !of) return null
    setHistory(to)
    return { what: of.what, at: of.at }
  }

  return {
    rubric: history.now,
    base: base.rubric,
    changed: draftHash !== baseHash,
    overtaken: moved && !follows,
    since: moved ? base.edition : saved.edition,
    edit: (next, what, at) => setHistory((before) => afterEdit(before, next, what, at)),
    undo: () => step(undone(history), history.past.at(-1)),
    redo: () => step(redone(history), history.future[0]),
    undoable: history.past.at(-1)?.what ?? null,
    redoable: history.future[0]?.what ?? null,
    startOver: () => {
      setBase(saved)
      setHistory(freshHistory(saved.rubric))
    },
    keep: () => setBase(saved),
  }
}

function isSame(draft: Rubric, { version, ...saved }: Rubric): boolean {
  return canonicalHash({ ...draft, version }) === canonicalHash({ ...saved, version })
}
