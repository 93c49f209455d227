import { useEffectEvent, useState } from 'react'
import type { ReviewView } from '../../shared/competition/view.ts'
import type { ReviewEffects } from '../../shared/statistics/effects.ts'
import { useLookAt } from '../live/looks.ts'
import { useApplication } from '../live/read.ts'
import { outcomePath } from '../pages.ts'
import { DisagreementColumn } from '../room/disagreement-column.tsx'
import { WithRoom, type OpenRoom } from '../room/open-room.tsx'
import { RoomFrame } from '../room/room-frame.tsx'
import type { RowScores } from '../room/row-scores.ts'
import { Columns } from '../ui/columns.tsx'
import type { Audience } from '../ui/frame.tsx'
import { Link } from '../ui/link.tsx'
import { Message } from '../ui/message.tsx'
import { AgendaColumn } from './agenda/agenda-column.tsx'
import { citedNote } from './board/cited-note.ts'
import { lineSentence, stakesNote } from './board/line-words.ts'
import { MarkingContext, RowMark, type Marking } from './board/row-mark.tsx'
import { liveEffects, openPoints } from './line/live-effects.ts'
import { LiveControls } from './live-controls.tsx'
import { stepsFor, type RowAct } from './steer.ts'
import { lineText } from '../staff/effects/effect-words.ts'
import { useSteering, type Steering } from './use-steering.ts'

/** After the reveal: what the panel talks about, where it differs, live, and what the monitor steers it with. */
export function DisagreementBoard({ review }: { review: ReviewView }) {
  return <WithRoom review={review}>{(room) => <Board room={room} />}</WithRoom>
}

function Board({ room }: { room: OpenRoom }) {
  const { review, rubric, columns, view } = room
  const steering = useSteering()
  useLookAt(review, null)
  const application = useApplication(review.application.id, review.application.edition)
  const documents = application.is === 'read' ? application.value.documents : []
  const marking = useMarking(room, steering)
  const { line } = view.competition
  const effects =
    line === null
      ? null
      : liveEffects({ review: review.id, rubric, columns, result: review.vote?.result ?? null }, line)
  return (
    <RoomFrame
      room={room}
      who={review.closed ? undefined : steered}
      focusLine={false}
      message={
        steering.refused !== null && <Message onDismiss={steering.dismiss}>{steering.refused}</Message>
      }
    >
      <Columns layout="board">
        <AgendaColumn room={room} steering={steering} />
        <MarkingContext value={marking}>
          <DisagreementColumn
            room={room}
            Mark={marking ? RowMark : undefined}
            note={{ head: 'Pages cited', of: (scores) => citedNote(scores, columns, documents) }}
            line={effects && line !== null ? lineOf(room, effects, line) : null}
          />
        </MarkingContext>
        <LiveControls room={room} steering={steering} />
      </Columns>
    </RoomFrame>
  )
}

const steered: Audience = {
  icon: 'eye',
  sentence: 'Your panel can see the agenda, the focus and the timer.',
  short: 'Seen by your panel',
}

/** What the rows' marks show and do; null once the review is closed. */
function useMarking({ review, view }: OpenRoom, { steer }: Steering): Marking | null {
  const { discussion } = review
  const { itemMinutes: minutes } = view.competition.rules
  const act = useEffectEvent((row: string, what: RowAct): void => {
    void steer(review.id, (now) => stepsFor(review.id, now, { row, act: what, minutes }))
  })
  const [onAct] = useState(() => (row: string, what: RowAct) => act(row, what))
  return discussion && !review.closed ? { discussion, onAct } : null
}

/** What each row means for the line, where the competition lets its monitors see that. */
function lineOf({ review: { id, vote }, rubric }: OpenRoom, effects: ReviewEffects, line: number) {
  const byRow = new Map(effects.rows.map((row) => [row.row, row]))
  return {
    sentence: (
      <>
        {lineSentence(rubric, effects, line, openPoints(rubric, vote?.result ?? null))}{' '}
        <Link href={outcomePath(id)}>Against the line of {lineText(rubric, line)}</Link>
      </>
    ),
    rows: effects.rows,
    note: {
      head: 'Mean moves, may flip',
      of: ({ row }: RowScores): string => {
        const found = byRow.get(row.id)
        return found ? stakesNote(rubric, found) : ''
      },
    },
  }
}
