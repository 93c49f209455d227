import { useState } from 'react'

/** What a draft on a page began from. */
export interface Begun {
  /** The edition of the set-up that a save is to be held against. */
  readonly since: number
  /** Somebody has saved meanwhile what the draft would overwrite. */
  readonly overtaken: boolean
  /** The draft stands over what is saved now: its author has seen that. */
  readonly goOn: () => void
}

interface Drafted<T> {
  readonly isDrafting: boolean
  readonly saved: T
  readonly edition: number
  /** Whether what was saved later is other than what the draft began from. */
  readonly differs: (before: T, now: T) => boolean
}

/** Keeps what was saved when a draft was begun. Without a draft it goes with what is saved. */
export function useBegun<T>({ isDrafting, saved, edition, differs }: Drafted<T>): Begun {
  const [begun, setBegun] = useState({ saved, edition })
  if (!isDrafting && begun.edition !== edition) setBegun({ saved, edition })
  const overtaken = isDrafting && begun.edition !== edition && differs(begun.saved, saved)
  return {
    since: overtaken ? begun.edition : edition,
    overtaken,
    goOn: () => setBegun({ saved, edition }),
  }
}
