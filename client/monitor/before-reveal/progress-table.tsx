import type { ProgressView } from '../../../shared/competition/progress-view.ts'
import type { ReviewView, View } from '../../../shared/competition/view.ts'
import { useRubric } from '../../live/read.ts'
import { Dated } from '../../reviewer/dated.tsx'
import { ClockTime } from '../../ui/clock-time.tsx'
import { Icon } from '../../ui/icon.tsx'
import { MonitorMark, ReviewerMark } from '../../ui/reviewer-mark.tsx'
import { SeatActs } from './seat-acts.tsx'
import './progress-table.css'

interface ProgressTableProps {
  readonly view: View
  readonly review: ReviewView
}

/** Who has certified, how far each is, who is ready and who is here, with what the monitor can ask of each. No points. */
export function ProgressTable({ view, review }: ProgressTableProps) {
  const rubric = useRubric(review.rubric)
  const rows = rubric.is === 'read' ? rubric.value.totals.rows : null
  const reads = view.competition.rules.monitorReadsAttested
  return (
    <table className="progress">
      <caption className="visually-hidden">How far each reviewer is</caption>
      <thead>
        <tr>
          <th scope="col">Seat</th>
          <th scope="col">Conflicts</th>
          <th scope="col">Rows with points</th>
          <th scope="col">Ready</th>
          <th scope="col">Here</th>
          <th scope="col">
            <span className="visually-hidden">What you can ask</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {(review.progress ?? []).map((person) => (
          <tr key={person.person} data-out={person.conflict === 'recused' || undefined}>
            <th scope="row">
              <span className="progress-who">
                {person.seat === null ? <MonitorMark /> : <ReviewerMark number={person.seat} />}
                {person.label}
                {person.excused && <span className="progress-note">excused by staff</span>}
                {person.replacedBy !== null && (
                  <span className="progress-note">replaced by seat {person.replacedBy}</span>
                )}
              </span>
            </th>
            <td data-label="Conflicts">{conflictWords[person.conflict]}</td>
            <td data-label="Rows">
              {person.seat !== null && person.conflict !== 'recused' && (
                <RowsDone done={person.rows} of={rows} />
              )}
            </td>
            <td data-label="Ready">{person.seat !== null && <Ready person={person} />}</td>
            <td data-label="Here">{person.online ? 'here' : <span className="third">away</span>}</td>
            <td className="progress-acts">
              <SeatActs review={review} person={person} reads={reads} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const conflictWords: { readonly [status in ProgressView['conflict']]: string } = {
  open: 'not answered yet',
  certified: 'certified',
  unsure: 'asked staff',
  recused: 'recused',
  cleared: 'cleared by staff',
}

function RowsDone({ done, of }: { done: number; of: number | null }) {
  return (
    <span className="progress-rows">
      {of !== null && (
        <span className="progress-line" style={{ '--share': done / of }} aria-hidden>
          <span />
        </span>
      )}
      <span className="progress-count">
        <strong>{done}</strong>
        {of !== null && <span className="third"> of {of}</span>}
      </span>
    </span>
  )
}

function Ready({ person }: { person: ProgressView }) {
  const { conflict, excused, ready, returned, until } = person
  if (conflict === 'recused' || excused) return <span className="third">–</span>
  if (ready) {
    return (
      <span className="progress-ready">
        <Icon name="check" size="small" /> {returned ? 'ready again' : 'ready'}
      </span>
    )
  }
  return (
    <>
      <span className="third">not yet</span>
      {returned && (
        <span className="progress-note">
          returned <ClockTime at={returned.at} />
        </span>
      )}
      {until !== null && (
        <span className="progress-note">
          has until <Dated at={until} />
        </span>
      )}
    </>
  )
}
