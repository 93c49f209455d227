import { useState } from 'react'
import { announce } from '../../../ui/announce.tsx'
import { useSetUpCommand } from '../use-set-up.ts'
import { sameDraft, type Draft } from './draft.ts'

/** A draft that is changed here, and what becomes of it. */
export interface Drafting {
  readonly draft: Draft
  /** Whether there is something here that is not on record. */
  readonly unsaved: boolean
  /** Whether somebody else has saved another one since this was begun. */
  readonly overtaken: boolean
  /** Goes on with it over what somebody else has saved. */
  readonly goOn: () => void
  /** What was done last here, as “Reviewer 4 is taken off Panel 2”; null where there is nothing to undo. */
  readonly last: string | null
  /** Takes a change; `what` says what is now so. */
  readonly change: (next: Draft, what: string) => void
  readonly undo: () => void
  /** Puts all away that is not on record. */
  readonly putAway: () => void
  readonly save: () => Promise<void>
  readonly saving: boolean
  readonly refused: string | null
}

interface Held {
  readonly now: Draft
  /** What was on record when this was begun, or saved. */
  readonly base: Draft
  /** The edition in which it was begun. */
  readonly begunIn: number
  readonly done: readonly { readonly before: Draft; readonly what: string }[]
  /** The edition in which it was saved: until the page has been read again, this is what is on record. */
  readonly savedIn: number | null
}

interface OnRecord {
  readonly saved: Draft
  /** Goes up with every change of what is on record. */
  readonly edition: number
  /** Whether a draft leaves panels at work as they are: nothing is undone to what would not. */
  readonly isFair: (draft: Draft) => boolean
}

/** Holds a draft over what is on record, which goes on changing. */
export function useDraft({ saved: onRecord, edition, isFair }: OnRecord): Drafting {
  const [held, setHeld] = useState<Held | null>(null)
  const { pending, refused, run } = useSetUpCommand()

  const own = held !== null && !sameDraft(held.now, held.base)
  const mine = held !== null && (own || held.savedIn === edition || sameDraft(held.now, onRecord))
  const draft = mine ? held.now : onRecord
  const done = mine ? held.done : []
  const newest = done.at(-1)
  const overtaken = own && held.savedIn !== edition && !sameDraft(onRecord, held.base)
  const last = newest && isFair(newest.before) ? newest : undefined

  function change(next: Draft, what: string): void {
    const begun = mine ? held : { base: onRecord, begunIn: edition, savedIn: null }
    setHeld({ ...begun, now: next, done: [...done, { before: draft, what }] })
    announce(`${what}.`)
  }

  async function save(): Promise<void> {
    const { panels, places, draw } = draft
    const copied = panels.map(({ id, title, monitor, reviewers }) => ({
      id,
      title,
      monitor,
      reviewers: [...reviewers],
    }))
    // What was saved from here and not read again yet is nobody else's.
    const since = held?.savedIn === edition ? {} : { since: overtaken ? held.begunIn : edition }
    const command = {
      kind: 'assignment.draft',
      panels: copied,
      places: { ...places },
      // What they began as: the server holds them against what it drew.
      seed: draw?.seed ?? null,
      ...since,
    } as const
    if (!(await run(command))) return
    setHeld((before) => before && { ...before, base: draft, savedIn: edition })
    announce('The draft is saved.')
  }

  return {
    draft,
    unsaved: own,
    overtaken,
    goOn: () => setHeld((before) => before && { ...before, base: onRecord, begunIn: edition }),
    last: last?.what ?? null,
    change,
    undo: () => {
      if (!held || !last) return
      setHeld({ ...held, now: last.before, done: done.slice(0, -1) })
      announce(`Undone: ${last.what}.`)
    },
    putAway: () => setHeld(null),
    save,
    saving: pending,
    refused,
  }
}
