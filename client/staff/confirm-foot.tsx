import type { ReviewView } from '../../shared/competition/view.ts'
import { counted } from '../room/number-words.ts'
import { Refused } from '../room/refused.tsx'
import { useCommand } from '../room/use-command.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import type { PlacesDraft } from './use-places-draft.ts'
import './confirm-foot.css'

interface ConfirmFootProps {
  readonly review: ReviewView
  readonly draft: PlacesDraft
  /** Whether what the server has was confirmed before. */
  readonly confirmed: boolean
  readonly onConfirmed: () => void
}

/** Puts all places as they are drawn before the reviewers, in one step. */
export function ConfirmFoot({ review, draft, confirmed, onConfirmed }: ConfirmFootProps) {
  const { pending, refused, run } = useCommand()
  const { places, read, changed, looked, overtaken } = draft
  const all = Object.keys(places).length
  const missing = Object.values(places).filter((place) => !place).length
  const rest = [
    ...(looked.size > 0 ? [`${looked.size} of ${all} looked at`] : []),
    ...(changed.size > 0 ? [`${changed.size} changed`] : []),
    ...(missing > 0 ? [`${missing} not found`] : []),
  ].join(', ')

  async function confirm(): Promise<void> {
    if (!(await run({ kind: 'places.confirm', review: review.id, places, read }))) return
    announce(`All ${all} places are confirmed.`)
    onConfirmed()
  }

  return (
    <div className="confirm-foot">
      {overtaken && (
        <p className="confirm-foot-overtaken">
          <Icon name="warning" size="small" />
          <span>
            The documents or the borders were changed elsewhere meanwhile. Undo your changes to see those;
            confirmed, yours stand in their place.
          </span>
        </p>
      )}
      <Refused sentence={refused} />
      <div className="confirm-foot-line">
        {confirmed && changed.size === 0 ? (
          <p className="confirm-foot-done">
            <Icon name="check" /> All {all} places are confirmed.
          </p>
        ) : (
          <Button kind="primary" pending={pending} onClick={() => void confirm()}>
            Confirm all {all} places
          </Button>
        )}
        <p className="confirm-foot-rest">{rest}</p>
        {changed.size > 0 && (
          <Button kind="quiet" onClick={draft.startOver}>
            Undo {counted(changed.size, 'change')}
          </Button>
        )}
      </div>
    </div>
  )
}
