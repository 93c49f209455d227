import type { ReactNode } from 'react'
import type { Criterion } from '../../../shared/rubric/rubric.ts'
import { pausedSentence } from '../../pause/pause-words.ts'
import { NotCounted } from '../../reviewer/not-counted.tsx'
import { clockTime } from '../../ui/clock-time.tsx'
import { Column, Columns } from '../../ui/columns.tsx'
import { Empty } from '../../ui/empty.tsx'
import { audienceOf } from '../../review-frame.tsx'
import { BackToRows } from '../back-to-rows.tsx'
import type { OpenRoom } from '../open-room.tsx'
import { RoomFrame } from '../room-frame.tsx'
import { Agreement } from './agreement.tsx'
import { ExplainedScores } from './explained-scores.tsx'
import { MinorityViews } from './minority-views.tsx'
import { SummaryList } from './summary-list.tsx'
import { standingOf } from './summary-standing.ts'
import { SummaryText } from './summary-text.tsx'
import { useSummaryTexts } from './summary-texts.ts'
import { WhoIsHere } from './who-is-here.tsx'
import './summary-page.css'

export interface SummaryPageProps {
  readonly room: OpenRoom
  readonly item: string | null
  readonly message?: ReactNode
}

/**
 * The panel's summaries: what it writes together on each criterion, bound to the scores that it explains, who agrees with it, and who
 * holds another view. `item` is a criterion; the first where none is named.
 */
export function SummaryPage({ room, item, message }: SummaryPageProps) {
  const { review } = room
  const writable = review.summary?.writable === true
  return (
    <RoomFrame
      room={room}
      who={writable ? audienceOf(review) : undefined}
      readOnly={writable ? null : 'Read only.'}
      message={message}
    >
      <Summaries room={room} item={item} />
    </RoomFrame>
  )
}

function Summaries({ room, item }: { room: OpenRoom; item: string | null }) {
  const { rubric, review } = room
  const criterion = item === null ? rubric.criteria[0] : rubric.criteria.find(({ id }) => id === item)
  if (!review.summary || !criterion) {
    return (
      <Columns layout="single">
        <Column kind="read" label="Summaries" head={<BackToRows room={room} />}>
          <Empty
            title={
              review.summary ? `The rubric has no criterion ${item}.` : 'This panel writes no summaries.'
            }
            sentence="All rows stand in the panel room."
          />
        </Column>
      </Columns>
    )
  }
  return <KnownCriterion room={room} criterion={criterion} />
}

function KnownCriterion({ room, criterion }: { room: OpenRoom; criterion: Criterion }) {
  const { rubric, review, document } = room
  const texts = useSummaryTexts(document.doc, rubric)
  const standings = rubric.criteria.map((each) => standingOf(room, each, texts[each.id] ?? ''))
  const standing = standings.find((each) => each.criterion.id === criterion.id)
  const writable = review.summary?.writable === true
  return (
    <Columns layout="board">
      <Column kind="find" label="Criteria" ground="inset" flush folds={`Summary of ${criterion.id}`}>
        <SummaryList review={review.id} standings={standings} at={criterion.id} />
      </Column>
      <Column kind="do" label="Summary" head={<BackToRows room={room} />}>
        <div className="summary-page">
          <header className="summary-page-head">
            <p className="second">
              Summary of {criterion.id}
              {review.summary?.rule === 'optional' ? ', optional' : ', before the close'}
            </p>
            <h1 className="t-title">{criterion.title}</h1>
          </header>
          {!writable && <p className="second">{whyNotWritable(room)}</p>}
          <SummaryText
            key={`${document.copy} ${criterion.id}`}
            room={room}
            criterion={criterion.id}
            writable={writable}
          />
          {standing && <Agreement key={criterion.id} room={room} standing={standing} />}
          <MinorityViews room={room} criterion={criterion.id} />
          <NotCounted mine={review.mine} open={document} />
        </div>
      </Column>
      <Column kind="read" label="What it explains" ground="inset">
        <div className="summary-page-beside">
          <ExplainedScores room={room} criterion={criterion} />
          <WhoIsHere review={review} />
        </div>
      </Column>
    </Columns>
  )
}

function whyNotWritable({ view, review, mine }: OpenRoom): string {
  if (review.lock) return `Locked by ${review.lock.by}, ${clockTime(review.lock.at)}.`
  if (review.closed)
    return `Closed by ${review.closed.by}, ${clockTime(review.closed.at)}. This is what the panel handed over.`
  if (view.paused) return pausedSentence(view.paused)
  return mine?.column.excused
    ? 'Staff excused your seat: you read this, and do not write it.'
    : 'You read this.'
}
