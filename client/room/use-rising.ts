import { useState } from 'react'
import type { ReviewView } from '../../shared/competition/view.ts'

const shown = new Set<string>()

/** How long after the reveal its marks still rise, in milliseconds. */
const freshMs = 60_000

/** Whether the marks rise from the line: once per page and review, for who is there when the scores are revealed. */
export function useRising({ id, revealed }: ReviewView): boolean {
  const [rising] = useState(() => !shown.has(id) && revealed !== null && Date.now() - revealed.at < freshMs)
  shown.add(id)
  return rising
}
