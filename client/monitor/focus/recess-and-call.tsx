import { useHeld } from '../../pause/use-held.ts'
import { Button } from '../../ui/button.tsx'
import { CalledStaff, CallStaff } from '../call-staff.tsx'
import type { InFocusProps } from './in-focus.tsx'

/** Stops and starts every clock, and calls staff to the panel. */
export function RecessAndCall({ room, steering }: InFocusProps) {
  const { review } = room
  const { discussion } = review
  const held = useHeld()
  if (!discussion || review.closed) return null
  const on = discussion.recess !== null
  return (
    <>
      <div className="live-controls-line">
        <Button
          size="small"
          pending={held}
          onClick={() =>
            void steering.run(
              [{ kind: 'recess.set', review: review.id, on: !on }],
              on ? 'The recess is over.' : 'Recess. All clocks stand.',
            )
          }
        >
          {on ? 'End the recess' : 'Recess'}
        </Button>
        <CallStaff review={review} />
      </div>
      <CalledStaff review={review} />
    </>
  )
}
