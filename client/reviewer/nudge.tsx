import { type ReactNode, useState } from 'react'
import type { ReviewView } from '../../shared/competition/view.ts'
import { Message } from '../ui/message.tsx'

/** Read and put away in this tab, so that another page of the form does not say it again. */
const read = new Set<string>()

/** When the monitor or staff last sent a reminder, while that still waits for something: one's being ready, or one's signature. Else null. */
export function nudgedNow({ mine, revealed }: Pick<ReviewView, 'mine' | 'revealed'>): number | null {
  if (!mine || mine.nudgedAt === null || mine.signedAt !== null) return null
  const since = Math.max(mine.attestedAt ?? 0, revealed?.at ?? 0)
  return mine.nudgedAt > since ? mine.nudgedAt : null
}

/** What a reminder asks for, as sentences: the form until it is ready, after the reveal the signature. */
export function reminderWords({ mine, revealed }: Pick<ReviewView, 'mine' | 'revealed'>): string {
  if (revealed && mine?.attestedAt != null)
    return 'A reminder: your signature is waited for. Finish your final scores and comments, and sign them.'
  return mine?.form.writable
    ? 'A reminder: your form is waited for. Go on with it, and say ready once nothing is missing.'
    : 'A reminder: your form is waited for. Go on with it as soon as it can be written again.'
}

/** Shows a reviewer the reminder of the monitor or staff; undefined where there is none, or it was read. */
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
      {reminderWords(review)}
    </Message>
  )
}
