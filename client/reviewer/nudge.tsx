import { type ReactNode, useState } from 'react'
import type { ReviewView } from '../../shared/competition/view.ts'
import { Message } from '../ui/message.tsx'

/** Read and put away in this tab, so that another page of the form does not say it again. */
const read = new Set<string>()

/** When the monitor last asked how far one is, while that still waits for something: one's being ready, or one's signature. Else null. */
export function nudgedNow({ mine, revealed }: Pick<ReviewView, 'mine' | 'revealed'>): number | null {
  if (!mine || mine.nudgedAt === null || mine.signedAt !== null) return null
  const since = Math.max(mine.attestedAt ?? 0, revealed?.at ?? 0)
  return mine.nudgedAt > since ? mine.nudgedAt : null
}

/** Tells a reviewer that the monitor or staff ask how far they are; undefined where nobody does, or it was read. */
export function useNudge(review: ReviewView): ReactNode {
  const [, draw] = useState(0)
  const at = nudgedNow(review)
  const key = `${review.id} ${at}`
  if (at === null || read.has(key)) return undefined
  return (
    <Message
      onDismiss={() => {
        read.add(key)
        draw((before) => before + 1)
      }}
    >
      You are asked how far you are. Nothing to answer: your monitor and staff see how many rows have points.
    </Message>
  )
}
