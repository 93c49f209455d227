import type { DiscussionView } from '../../../shared/competition/discussion-view.ts'
import { seatName } from '../../../shared/competition/seat-name.ts'
import { ReviewerMark } from '../../ui/reviewer-mark.tsx'
import { columnName, type RoomColumn } from '../room-columns.ts'
import './hands.css'

export interface HandsProps {
  readonly hands: DiscussionView['hands']
  readonly columns: readonly RoomColumn[]
  /** For the monitor: lowers the hand of somebody who has been heard. */
  readonly onLower?: ((seat: number) => void) | undefined
}

/** Who asks to speak, in the order in which they asked. Nothing where nobody does. */
export function Hands({ hands, columns, onLower }: HandsProps) {
  if (hands.length === 0) return null
  return (
    <div className="hands">
      <span>{hands.length === 1 ? 'Hand up' : 'Hands up'}</span>
      <ol className="hands-list" aria-label="Hands up, in the order in which they came">
        {hands.map(({ seat }) => {
          const column = columns.find((each) => each.seat === seat)
          const name = column ? columnName(column) : seatName(seat)
          const mark = <ReviewerMark number={seat} yours={column?.yours} label={name} />
          return (
            <li key={seat}>
              {onLower ? (
                <button
                  type="button"
                  className="hands-lower"
                  title={`Lower the hand of ${name}`}
                  aria-label={`Lower the hand of ${name}`}
                  onClick={() => onLower(seat)}
                >
                  {mark}
                </button>
              ) : (
                mark
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}
