import type { Rubric } from '../../../../shared/rubric/rubric.ts'

/** A rubric as it is being changed, with the ways back and forth. */
export interface DraftHistory {
  readonly past: readonly Step[]
  readonly now: Rubric
  readonly future: readonly Step[]
}

/** One change: what it was of, the rubric on its other side, and where one was when it was made. */
export interface Step {
  readonly what: string
  readonly rubric: Rubric
  readonly at: string
}

/** How many changes can be taken back. */
const mostSteps = 300

export function freshHistory(rubric: Rubric): DraftHistory {
  return { past: [], now: rubric, future: [] }
}

/** After a change. What is changed in the same place straight away is one change: a title as it is typed. */
export function afterEdit(history: DraftHistory, next: Rubric, what: string, at: string): DraftHistory {
  const { past, now, future } = history
  const last = past.at(-1)
  const goesOn = future.length === 0 && last?.what === what && last.at === at
  return {
    past: goesOn ? past : [...past, { what, rubric: now, at }].slice(-mostSteps),
    now: next,
    future: [],
  }
}

/** One change back; null where there is none. */
export function undone({ past, now, future }: DraftHistory): DraftHistory | null {
  const last = past.at(-1)
  return (
    (last && {
      past: past.slice(0, -1),
      now: last.rubric,
      future: [{ ...last, rubric: now }, ...future],
    }) ??
    null
  )
}

/** One change that was taken back, again; null where there is none. */
export function redone({ past, now, future }: DraftHistory): DraftHistory | null {
  const [next, ...rest] = future
  return next ? { past: [...past, { ...next, rubric: now }], now: next.rubric, future: rest } : null
}
