import { useState } from 'react'
import type { ReviewView, View } from '../../shared/competition/view.ts'
import { send } from '../live/connection.ts'
import { useHeld } from '../pause/use-held.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { FieldSentence } from '../ui/field-sentence.tsx'

/** Whether *ready* can be taken back: until the reveal, and of a sample until its spread is open. */
export function mayTakeBack(
  { tier, mine, revealed, lock }: ReviewView,
  { calibration }: Pick<View, 'calibration'>,
): boolean {
  if (mine?.attestedAt == null || revealed || lock) return false
  return tier > 0 || calibration?.shown !== true
}

/** Takes *ready* back, so that the form can be written again. It can be given again as often as it is taken back. */
export function TakeBack({ review }: { review: ReviewView }) {
  const [pending, setPending] = useState(false)
  const held = useHeld()
  const [refused, setRefused] = useState<string | null>(null)

  async function takeBack(): Promise<void> {
    setPending(true)
    setRefused(null)
    const answer = await send({ kind: 'form.takeBack', review: review.id })
    setPending(false)
    if ('refused' in answer) setRefused(answer.sentence)
    else announce('Taken back. Your form can be written again.')
  }

  return (
    <div>
      <Button pending={pending || held} onClick={() => void takeBack()}>
        Take back
      </Button>
      {refused && (
        <FieldSentence id="take-back-refused" kind="fault">
          {refused}
        </FieldSentence>
      )}
    </div>
  )
}
