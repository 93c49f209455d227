import { useState } from 'react'
import type { ReviewView } from '../../shared/competition/view.ts'
import { Button, type ButtonKind } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { counted } from './number-words.ts'
import { Refused } from './refused.tsx'
import { useCommand } from './use-command.ts'

export interface VoteControlsProps {
  readonly review: ReviewView
  /** How loud the button is where the vote can be opened or closed. */
  readonly kind?: ButtonKind | undefined
}

/** The monitor opens the sealed vote and closes it. Draws nothing where neither can be done. */
export function VoteControls({ review, kind = 'plain' }: VoteControlsProps) {
  const { vote } = review
  if (vote?.status === 'differ') return <OpenVote review={review} kind={kind} />
  if (vote?.status === 'open')
    return <CloseVote review={review} kind={kind} cast={vote.cast} seats={vote.seats} />
  return null
}

function OpenVote({ review, kind }: { review: ReviewView; kind: ButtonKind }) {
  const { pending, refused, run } = useCommand()
  return (
    <div>
      <Button
        kind={kind}
        pending={pending}
        onClick={() => void run({ kind: 'vote.open', review: review.id })}
      >
        Open the sealed vote
      </Button>
      <Refused sentence={refused} />
    </div>
  )
}

interface CloseVoteProps {
  readonly review: ReviewView
  readonly kind: ButtonKind
  readonly cast: number
  readonly seats: number
}

function CloseVote({ review, kind, cast, seats }: CloseVoteProps) {
  const [asking, setAsking] = useState(false)
  const { pending, refused, run } = useCommand()

  async function close(): Promise<void> {
    if (await run({ kind: 'vote.close', review: review.id })) setAsking(false)
  }

  return (
    <>
      <div>
        <Button kind={kind} onClick={() => setAsking(true)}>
          Close the vote
        </Button>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Close the vote?"
        answers={
          <>
            <Button onClick={() => setAsking(false)}>Keep it open</Button>
            <Button kind="primary" pending={pending} onClick={() => void close()}>
              Close the vote
            </Button>
          </>
        }
      >
        <p>
          {cast} of {seats} have voted. {restSentence(seats - cast)} Everybody is shown the result at the same
          moment, and only staff can open a closed vote again.
        </p>
        <Refused sentence={refused} />
      </Dialog>
    </>
  )
}

function restSentence(left: number): string {
  if (left === 0) return ''
  return `For ${counted(left, 'seat')} what the form says counts.`
}
