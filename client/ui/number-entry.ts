import { useEffect, useEffectEvent, useRef, useState } from 'react'

/** How long a hand may rest before what it typed counts as said: typing 45 passes through 4. */
const pause = 1000

interface Draft {
  readonly entered: number | null
  readonly typed: string | null
}

export interface NumberEntryOptions {
  value: number | null
  onCommit: (value: number | null) => void
  onDraft?: ((value: number | null) => void) | undefined
  /** Why this number cannot be given, or null. Such a number stays in the field and is not committed. */
  check: (value: number) => string | null
}

export interface NumberEntry {
  /** What is being entered, or else the value. */
  entered: number | null
  /** What was typed, where the number came from typing and is not said yet; null otherwise. */
  typed: string | null
  fault: string | null
  /** What is no number yet is null with what was typed: it is refused like a number that cannot be given. */
  enter: (next: number | null, typed?: string | null) => void
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
  const [draft, setDraft] = useState<Draft | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const entered = draft ? draft.entered : value
  const fault = draft ? faultOf(draft) : entered === null ? null : check(entered)

  function faultOf({ entered: number, typed }: Draft): string | null {
    if (number !== null) return check(number)
    return typed ? check(Number.NaN) : null
  }

  function enter(next: number | null, typed: string | null = null): void {
    clearTimeout(timer.current)
    const held = { entered: next, typed }
    setDraft(held)
    onDraft?.(next)
    // After a decimal sign more is coming.
    const whole = !/[.,]$/u.test(typed ?? '')
    if (whole && faultOf(held) === null) timer.current = setTimeout(() => say(held), pause)
  }

  function say(held: Draft): void {
    clearTimeout(timer.current)
    if (faultOf(held) !== null) return
    setDraft(null)
    if (held.entered !== value) onCommit(held.entered)
  }

  const sayHeld = useEffectEvent(() => {
    if (draft) say(draft)
  })
  useEffect(() => () => sayHeld(), [])

  return {
    entered,
    typed: draft?.typed ?? null,
    fault,
    enter,
    commit: () => {
      if (draft) say(draft)
    },
    discard: () => {
      clearTimeout(timer.current)
      setDraft(null)
      onDraft?.(value)
    },
  }
}
