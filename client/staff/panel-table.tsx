import type { ProgressView } from '../../shared/competition/progress-view.ts'
import type { ReviewView } from '../../shared/competition/view.ts'
import { Dated } from '../reviewer/dated.tsx'
import { useRubric } from '../live/read.ts'
import { counted } from '../room/number-words.ts'
import { ClockTime } from '../ui/clock-time.tsx'
import { Icon } from '../ui/icon.tsx'
import { conflictWord } from './conflict-words.ts'
import { excusedWords } from './excused-words.ts'
import { inCompetition } from './in-sentence.ts'
import { LateTexts } from './late-texts.tsx'
import { RowsDone } from './rows-done.tsx'
import { SeatActions } from './seat-actions.tsx'
import { SeatMark } from './seat-mark.tsx'
import './panel-table.css'

/** Who sits on a review and how far they are; counts and steps, no points. */
export function PanelTable({ review }: { review: ReviewView }) {
  return (
    <table className="panel-table">
      <thead>
        <tr>
          <th scope="col">Seat</th>
          <th scope="col">Conflict</th>
          <th scope="col" className="num">
            Rows with points
          </th>
          <th scope="col">Ready</th>
          <th scope="col">Signed</th>
          <th scope="col">Page open</th>
          <th scope="col">
            <span className="visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {(review.progress ?? []).map((person) => (
          <PersonRow key={person.person} review={review} person={person} />
        ))}
      </tbody>
    </table>
  )
}

interface PersonRowProps {
  readonly review: ReviewView
  readonly person: ProgressView
}

function PersonRow({ review, person }: PersonRowProps) {
  const { seat, label, called, conflict, reason, rows, ready, signed, online, notCounted } = person
  const late = notCounted?.count ?? 0
  const texts = late > 0 ? notCounted?.texts : null
  const reviewer = seat !== null
  // What waits for a decision stands beside the table, with its words.
  const decidedBeside = conflict === 'unsure' && !review.lock
  return (
    <>
      <tr className="panel-table-row" data-late={texts ? true : undefined}>
        <th scope="row">
          <span className="panel-table-seat">
            <SeatMark seat={seat} />
            <span className="panel-table-label">{label}</span>
            {called !== null && <span className="panel-table-under">{inCompetition(called)}</span>}
            <Notes review={review} person={person} />
            {late > 0 && !texts && (
              <span className="panel-table-under">
                <Icon name="tray" size="small" /> {counted(late, 'entry', 'entries')} not counted
              </span>
            )}
          </span>
        </th>
        <td className="panel-table-conflict" data-waits={decidedBeside || undefined}>
          <span className="panel-table-word">
            {decidedBeside && <Icon name="warning" size="small" />}
            {conflictWord(person)}
          </span>
          {reason && !decidedBeside && <q className="panel-table-reason">{reason}</q>}
        </td>
        <td className="num" data-label="Rows with points">
          {reviewer && <RowsDone rubric={review.rubric} rows={rows} />}
        </td>
        <td data-label="Ready">{reviewer && <Tick done={ready} word="Ready" />}</td>
        <td data-label="Signed">{reviewer && <Tick done={signed} word="Signed" />}</td>
        <td data-label="Page open">{online ? 'Here' : <span className="third">Away</span>}</td>
        <td className="panel-table-actions">
          <SeatActions review={review} person={person} />
        </td>
      </tr>
      {texts && <LateTexts rubric={review.rubric} label={label} texts={texts} />}
    </>
  )
}

/** What happened to a seat, under its name. */
function Notes({ review, person }: PersonRowProps) {
  const rubric = useRubric(review.rubric)
  const { excused, replacedBy, late, ready, until, returned } = person
  return (
    <>
      {replacedBy !== null && (
        <span className="panel-table-under">Replaced by seat {replacedBy}: stays in the record</span>
      )}
      {excused && replacedBy === null && (
        <span className="panel-table-under">Excused: {excusedWords(rubric)}</span>
      )}
      {late && !ready && <span className="panel-table-under">Came after the reveal: scores blind first</span>}
      {returned && !ready && (
        <span className="panel-table-under">
          Returned for better comments, <ClockTime at={returned.at} />
        </span>
      )}
      {until !== null && !ready && (
        <span className="panel-table-under">
          Has until <Dated at={until} />
        </span>
      )}
    </>
  )
}

function Tick({ done, word }: { done: boolean; word: string }) {
  if (done) return <Icon name="check" label={word} />
  return (
    <span className="third">
      <span aria-hidden>–</span>
      <span className="visually-hidden">not yet</span>
    </span>
  )
}
