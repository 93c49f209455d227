import type { ReviewView } from '../../shared/competition/view.ts'
import { changeReasons } from '../../shared/form/change-reasons.ts'
import type { Cited } from '../../shared/form/cited.ts'
import type { Remark } from '../../shared/form/form-record.ts'
import type { CitedDocument } from '../../shared/print/cited-words.ts'
import { shownOrNone } from '../../shared/rubric/told-points.ts'
import { ChangedValue, ChangeReason } from '../ui/changed-value.tsx'
import { ClockTime } from '../ui/clock-time.tsx'
import { Icon } from '../ui/icon.tsx'
import { Stand } from './discussion/stand.tsx'
import { Cites } from './evidence/cites.tsx'
import type { RoomColumn } from './room-columns.ts'
import { isChanged, type RowScores, type SeatScore } from './row-scores.ts'
import { SideBySide, Words } from './side-by-side.tsx'
import './comment-columns.css'

export interface CommentColumnsProps {
  readonly review: ReviewView
  readonly columns: readonly RoomColumn[]
  readonly scores: RowScores
  /** Of the application; none until they are known. */
  readonly documents: readonly CitedDocument[]
  readonly onOpenPage: (cited: Cited) => void
}

/** What each reviewer gave and wrote, side by side: the score with what it was, why it moved, strengths and weaknesses. */
export function CommentColumns({ review, columns, scores, documents, onOpenPage }: CommentColumnsProps) {
  const { row, criterion } = scores
  const scoreOf = (column: RoomColumn) => scores.scores.find(({ seat }) => seat === column.seat)
  return (
    <SideBySide
      label={`What each wrote on ${criterion.id}`}
      columns={columns}
      names="h2"
      head={(column) => {
        const score = scoreOf(column)
        return (
          score && (
            <ChangedValue
              value={shownOrNone(scores.rubric, score.points)}
              was={shownOrNone(scores.rubric, score.attested)}
              yours={column.yours}
            />
          )
        )
      }}
    >
      {(column) => (
        <>
          {column.excused && (
            <p className="side-by-side-note">Excused: in neither the mean nor the middle.</p>
          )}
          <Reason column={column} score={scoreOf(column)} row={row.id} />
          <Remarks title="Strengths" remark={column.record.strengths[criterion.id]} />
          <Remarks title="Weaknesses" remark={column.record.weaknesses[criterion.id]} />
          <Cites column={column} criterion={criterion.id} documents={documents} onOpen={onOpenPage} />
          <Stand review={review} row={row.id} column={column} />
          {column.signedAt !== null && (
            <p className="comments-signed">
              <Icon name="check" size="small" /> Signed <ClockTime at={column.signedAt} />
            </p>
          )}
        </>
      )}
    </SideBySide>
  )
}

interface ReasonProps {
  readonly column: RoomColumn
  readonly score: SeatScore | undefined
  readonly row: string
}

function Reason({ column, score, row }: ReasonProps) {
  if (!score || !isChanged(score)) return null
  const change = column.record.changes[row]
  const line = change?.line.trim() ?? ''
  return (
    <div className="comments-reason">
      {change?.reason ? (
        <ChangeReason reason={changeReasons[change.reason]} line={line === '' ? undefined : line} />
      ) : (
        <p className="side-by-side-note">{line === '' ? 'No reason yet.' : `No reason yet. ${line}`}</p>
      )}
    </div>
  )
}

function Remarks({ title, remark }: { title: string; remark: Remark | undefined }) {
  const text = remark?.text ?? ''
  return (
    <div className="comments-remark">
      <h3 className="t-label">{title}</h3>
      {text.trim() === '' && remark?.noneFound ? (
        <p className="side-by-side-words second">None found.</p>
      ) : (
        <Words text={text} nothing="Nothing written yet." />
      )}
    </div>
  )
}
