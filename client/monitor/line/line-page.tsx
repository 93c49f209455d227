import type { ReviewView } from '../../../shared/competition/view.ts'
import { votedPriority } from '../../../shared/rubric/rubric.ts'
import { pointsInWords } from '../../../shared/rubric/told-points.ts'
import { reviewPath } from '../../pages.ts'
import { WithRoom, type OpenRoom } from '../../room/open-room.tsx'
import { RoomFrame } from '../../room/room-frame.tsx'
import { lineText } from '../../staff/effects/effect-words.ts'
import { HangsOn } from '../../staff/effects/hangs-on.tsx'
import { RowsAtStake } from '../../staff/effects/rows-at-stake.tsx'
import { Column, Columns } from '../../ui/columns.tsx'
import type { Audience } from '../../ui/frame.tsx'
import { Link } from '../../ui/link.tsx'
import { liveEffects, openPoints } from './live-effects.ts'
import './line-page.css'

/** For a competition that lets monitors see it: what the panel's disagreements mean for the score line, with the scores of this moment. */
export function LinePage({ review, line }: { review: ReviewView; line: number }) {
  return <WithRoom review={review}>{(room) => <AgainstTheLine room={room} line={line} />}</WithRoom>
}

const yoursAlone: Audience = {
  icon: 'lock',
  sentence: 'Nothing is typed on this page, and your panel cannot see it.',
  short: 'Your panel cannot see this',
}

function AgainstTheLine({ room, line }: { room: OpenRoom; line: number }) {
  const { review, rubric, columns } = room
  const result = review.vote?.result ?? null
  const effects = liveEffects({ review: review.id, rubric, columns, result }, line)
  const { applicant } = review.application
  const topic = votedPriority(rubric)
  return (
    <RoomFrame room={room} who={yoursAlone}>
      <Columns layout="slate">
        <Column kind="read" label="Rows">
          <p className="line-page-back">
            <Link look="quiet" href={reviewPath(review.id, 'board')}>
              The board
            </Link>
          </p>
          <h1 className="t-title">Against the line of {lineText(rubric, line)}</h1>
          <p className="line-page-sentence">
            With the scores of this moment. This competition lets you see it; your panel does not, and is not
            to be steered by it.
          </p>
          {effects && <RowsAtStake rubric={rubric} applicant={applicant} review={effects} />}
        </Column>
        <Column kind="read" label="What it hangs on" ground="inset">
          {effects && (
            <HangsOn
              rubric={rubric}
              applicant={applicant}
              review={effects}
              line={line}
              open={openPoints(rubric, result)}
            />
          )}
          {topic && !result && (
            <p className="line-page-open">
              The priority worth {pointsInWords(rubric, topic.points)} is not decided yet. They are in none of
              these totals.
            </p>
          )}
        </Column>
      </Columns>
    </RoomFrame>
  )
}
