import type { ProgressView } from '../../shared/competition/progress-view.ts'
import type { ReviewView, View } from '../../shared/competition/view.ts'
import { useRubric } from '../live/read.ts'
import { ReviewFrame } from '../review-frame.tsx'
import { Column, Columns } from '../ui/columns.tsx'
import { Icon } from '../ui/icon.tsx'
import { MonitorMark, ReviewerMark } from '../ui/reviewer-mark.tsx'
import { RevealControls } from './reveal-controls.tsx'
import './panel-board.css'

/** Before the reveal: who has certified, how far each is, who is ready and who is here. No points. */
export function PanelBoard({ view, review }: { view: View; review: ReviewView }) {
  const { applicant } = review.application
  return (
    <ReviewFrame
      view={view}
      review={review}
      document={null}
      who={{
        icon: 'lock',
        sentence: 'You see how far each reviewer is, and nobody’s points until the reveal.',
        short: 'Points are sealed',
      }}
    >
      <Columns layout="slate">
        <Column
          kind="read"
          label="Panel"
          flush
          head={
            <>
              <h1 className="t-heading">Panel on {applicant}</h1>
              {review.ready && (
                <p className="second">
                  {review.ready.count} of {review.ready.of} ready
                </p>
              )}
            </>
          }
        >
          <Progress people={review.progress ?? []} />
        </Column>
        <Column kind="do" label="Reveal">
          <RevealControls review={review} />
        </Column>
      </Columns>
    </ReviewFrame>
  )
}

function Progress({ people }: { people: readonly ProgressView[] }) {
  const rubric = useRubric()
  const rows = rubric.is === 'read' ? rubric.value.totals.rows : null
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
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.person} data-out={person.conflict === 'recused' || undefined}>
            <th scope="row">
              <span className="progress-who">
                {person.seat === null ? <MonitorMark /> : <ReviewerMark number={person.seat} />}
                {person.label}
                {person.excused && <span className="progress-note">excused by staff</span>}
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
  if (person.conflict === 'recused' || person.excused) return <span className="third">–</span>
  if (!person.ready) return <span className="third">not yet</span>
  return (
    <span className="progress-ready">
      <Icon name="check" size="small" /> ready
    </span>
  )
}
