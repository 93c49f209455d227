import { seatName } from '../../shared/competition/seat-name.ts'
import type { VoteResult, VoteView } from '../../shared/competition/vote-view.ts'
import type { Scaled } from '../../shared/rubric/told-points.ts'
import { ChangedValue } from '../ui/changed-value.tsx'
import { VoteSeats } from '../ui/envelope.tsx'
import { ReviewerMark } from '../ui/reviewer-mark.tsx'
import { columnName, type RoomColumn } from './room-columns.ts'
import { answerWord, consequence, unanswered } from './vote-words.ts'
import './vote-result.css'

/** The count as a figure, what it means in bold, and the seats with the hurdle. */
export function VoteCount({ rubric, vote, result }: { rubric: Scaled; vote: VoteView; result: VoteResult }) {
  return (
    <div className="vote-count">
      <p className="vote-figure">
        <span className="t-figure">{result.yes}</span>{' '}
        <span>
          of {vote.seats} say yes. {result.needed} {result.needed === 1 ? 'was' : 'were'} needed, so{' '}
          <strong>{consequence(rubric, result)}</strong>
        </span>
      </p>
      <VoteSeats yes={result.yes} seats={vote.seats} unanswered={unanswered(result)} needed={result.needed} />
    </div>
  )
}

/** What the list of determinations shows: the forms, or after the vote what each determines. */
export function DeterminationsHead({ vote }: { vote: VoteView }) {
  const opened = vote.status === 'closed'
  return (
    <div className="determinations-head">
      <h2 className="t-heading" id="determinations">
        {opened ? 'Determinations and reasons' : 'What the forms say'}
      </h2>
      <p>{opened ? 'Each form keeps its own' : 'As attested before the reveal'}</p>
    </div>
  )
}

export interface DeterminationsProps {
  readonly vote: VoteView
  readonly columns: readonly RoomColumn[]
}

/** What each seat determines and why: after the vote with the old answer struck where it changed, before it as the forms say. */
export function Determinations({ vote, columns }: DeterminationsProps) {
  const lines = vote.result
    ? vote.result.answers.map(({ seat, form, answer, reasons }) => ({ seat, form, answer, reasons }))
    : columns.map(({ seat, record }) => {
        const answer = record.determinations[vote.priority]?.answer ?? null
        return { seat, form: answer, answer, reasons: null }
      })
  return (
    <section aria-labelledby="determinations">
      <ul>
        {lines.map(({ seat, form, answer, reasons }) => {
          const column = columns.find((candidate) => candidate.seat === seat)
          const written = reasons ?? column?.record.determinations[vote.priority]?.reasons ?? ''
          return (
            <li key={seat} className="determination">
              <span className="determination-who">
                <ReviewerMark number={seat} yours={column?.yours} />
                <span>{column ? columnName(column) : seatName(seat)}</span>
              </span>
              <span className="determination-answer">
                <ChangedValue
                  size="body"
                  value={answerWord(answer)}
                  was={form === null ? undefined : answerWord(form)}
                  yours={column?.yours}
                />
              </span>
              <p className="determination-reasons">{written}</p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
