import { useEffect, useEffectEvent, useRef, useState } from 'react'

/** How long a hand may rest before what it typed counts as said: typing 45 passes through 4. */
const pause = 1000

export interface NumberEntryOptions {
  value: number | null
  onCommit: (value: number | null) => void
  onDraft?: ((value: number | null) => void) | undefined
  /** Why this number cannot be given, or null. Such a number stays in the field and is not committed. */
  check: (value: number) => string | null
}

export interface NumberEntry {
  /** What is shown: what is being entered, or else the value. */
  entered: number | null
  fault: string | null
  enter: (next: number | null) => void
  /** Says what is held now. */
  commit: () => void
  /** Takes back what is held. */
  discard: () => void
}

/**
 * Holds what is being entered until it is said: on Enter, on leaving, or after a second's rest. While something is held, a
 * value that arrives from outside waits; otherwise it is shown at once.
 */
export function useNumberEntry({ value, onCommit, onDraft, check }: NumberEntryOptions): NumberEntry {
  const [draft, setDraft] = useState<{ entered: number | null } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const entered = draft ? draft.entered : value
  const fault = entered === null ? null : check(entered)

  function enter(next: number | null): void {
    clearTimeout(timer.current)
    setDraft({ entered: next })
    onDraft?.(next)
    if (next === null || check(next) === null) timer.current = setTimeout(() => say(next), pause)
  }

  function say(next: number | null): void {
    clearTimeout(timer.current)
    if (next !== null && check(next) !== null) return
    setDraft(null)
    if (next !== value) onCommit(next)
  }

  const sayHeld = useEffectEvent(() => {
    if (draft) say(draft.entered)
  })
  useEffect(() => () => sayHeld(), [])

  return {
    entered,
    fault,
    enter,
    commit: () => {
      if (draft) say(draft.entered)
    },
    discard: () => {
      clearTimeout(timer.current)
      setDraft(null)
      onDraft?.(value)
    },
  }
}
