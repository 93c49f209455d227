import type { ReviewView } from '../../../shared/competition/view.ts'
import { Icon } from '../../ui/icon.tsx'
import type { RoomColumn } from '../room-columns.ts'
import { useCommand } from '../use-command.ts'
import './stand.css'

export interface StandProps {
  readonly review: ReviewView
  readonly row: string
  readonly column: RoomColumn
}

/** "Holds" or "Has changed" at the foot of somebody's column; in one's own, what one says oneself. */
export function Stand({ review, row, column }: StandProps) {
  const { discussion, closed } = review
  if (!discussion || column.excused) return null
  const stand = discussion.stands[row]?.[column.seat] ?? null
  if (column.yours && !closed) return <OwnStand review={review.id} row={row} stand={stand} />
  if (stand === null) return null
  return (
    <p className="stand">
      {stand === 'changed' && <Icon name="check" size="small" />}
      {stand === 'changed' ? 'Has changed' : 'Holds'}
    </p>
  )
}

type Standing = 'holds' | 'changed'

const choices: readonly { readonly as: Standing; readonly words: string }[] = [
  { as: 'holds', words: 'I hold' },
  { as: 'changed', words: 'I have changed' },
]

interface OwnStandProps {
  readonly review: string
  readonly row: string
  readonly stand: Standing | null
}

function OwnStand({ review, row, stand }: OwnStandProps) {
  const { pending, refused, run } = useCommand()
  return (
    <div className="stand" role="group" aria-label={`Where you stand on ${row}`}>
      {choices.map(({ as, words }) => (
        <button
          key={as}
          type="button"
          className="stand-choice"
          aria-pressed={stand === as}
          aria-disabled={pending || undefined}
          onClick={() => {
            if (!pending) void run({ kind: 'stand.set', review, row, as: stand === as ? null : as })
          }}
        >
          {stand === as && <Icon name="check" size="small" />}
          {words}
        </button>
      ))}
      {refused !== null && (
        <p className="stand-refused" role="alert">
          {refused}
        </p>
      )}
    </div>
  )
}
