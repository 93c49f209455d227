import { changeReasons } from '../../shared/form/change-reasons.ts'
import type { Remark } from '../../shared/form/form-record.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { ChangedValue, ChangeReason } from '../ui/changed-value.tsx'
import { ClockTime } from '../ui/clock-time.tsx'
import { Icon } from '../ui/icon.tsx'
import { ReviewerMark } from '../ui/reviewer-mark.tsx'
import { columnName, type RoomColumn } from './room-columns.ts'
import { isChanged, type RowScores, type SeatScore } from './row-scores.ts'
import './comment-columns.css'

export interface CommentColumnsProps {
  readonly rubric: Rubric
  readonly columns: readonly RoomColumn[]
  readonly scores: RowScores
}

/** What each reviewer gave and wrote, side by side: the score with what it was, why it moved, strengths and weaknesses. */
export function CommentColumns({ columns, scores }: CommentColumnsProps) {
  const { criterion } = scores
  return (
    <section className="comments" aria-label={`What each wrote on ${criterion.id}`}>
      {columns.map((column) => {
        const score = scores.scores.find(({ seat }) => seat === column.seat)
        return score && <Comments key={column.seat} column={column} scores={scores} score={score} />
      })}
    </section>
  )
}

interface CommentsProps {
  readonly column: RoomColumn
  readonly scores: RowScores
  readonly score: SeatScore
}

function Comments({ column, scores, score }: CommentsProps) {
  const { row, criterion } = scores
  const { record, yours, seat, signedAt, excused } = column
  return (
    <article className="comments-column" data-yours={yours || undefined} aria-label={columnName(column)}>
      <header className="comments-head">
        <ReviewerMark number={seat} yours={yours} />
        <h2 className="comments-name">{columnName(column)}</h2>
        <ChangedValue value={score.points} was={score.attested ?? '–'} yours={yours} />
      </header>
      {excused && <p className="comments-note">Excused: in neither the mean nor the middle.</p>}
      <Reason column={column} score={score} row={row.id} />
      <Remarks title="Strengths" remark={record.strengths[criterion.id]} />
      <Remarks title="Weaknesses" remark={record.weaknesses[criterion.id]} />
      {signedAt !== null && (
        <p className="comments-signed">
          <Icon name="check" size="small" /> Signed <ClockTime at={signedAt} />
        </p>
      )}
    </article>
  )
}

function Reason({ column, score, row }: { column: RoomColumn; score: SeatScore; row: string }) {
  if (!isChanged(score)) return null
  const change = column.record.changes[row]
  const line = change?.line.trim() ?? ''
  return (
    <div className="comments-reason">
      {change?.reason ? (
        <ChangeReason reason={changeReasons[change.reason]} line={line === '' ? undefined : line} />
      ) : (
        <p className="comments-note">{line === '' ? 'No reason yet.' : `No reason yet. ${line}`}</p>
      )}
    </div>
  )
}

function Remarks({ title, remark }: { title: string; remark: Remark | undefined }) {
  return (
    <div className="comments-remark">
      <h3 className="t-label">{title}</h3>
      <Words remark={remark} />
    </div>
  )
}

function Words({ remark }: { remark: Remark | undefined }) {
  if (remark && remark.text.trim() !== '') return <p className="comments-words">{remark.text}</p>
  if (remark?.noneFound) return <p className="comments-words second">None found.</p>
  return <p className="comments-note">Nothing written yet.</p>
}
