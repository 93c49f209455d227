import type { ReviewView, View } from '../../shared/competition/view.ts'
import { usePage } from '../pages.ts'
import { ReviewFrame } from '../review-frame.tsx'
import { Column, Columns } from '../ui/columns.tsx'
import { AttestedPage } from './before-reveal/attested-page.tsx'
import { ProgressTable } from './before-reveal/progress-table.tsx'
import { CalledStaff, CallStaff } from './call-staff.tsx'
import { RevealControls } from './reveal-controls.tsx'
import './panel-board.css'

/** Before the reveal: who has certified, how far each is, who is ready and who is here; and one form to prepare from. No points on the board. */
export function PanelBoard({ view, review }: { view: View; review: ReviewView }) {
  const page = usePage()
  const named = page.page === 'board' ? page.item : null
  const person = review.progress?.find(({ seat }) => seat !== null && `${seat}` === named)
  if (person && person.seat !== null)
    return (
      <AttestedPage key={person.seat} view={view} review={review} person={{ ...person, seat: person.seat }} />
    )
  return <Board view={view} review={review} />
}

function Board({ view, review }: { view: View; review: ReviewView }) {
  return (
    <ReviewFrame
      view={view}
      review={review}
      document={null}
      who={{
        icon: 'lock',
        sentence: 'You see how far each reviewer is, and nobody’s points on this page.',
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
              <h1 className="t-heading">Panel on {review.application.applicant}</h1>
              {review.ready && (
                <p className="second">
                  {review.ready.count} of {review.ready.of} ready
                </p>
              )}
            </>
          }
        >
          <ProgressTable view={view} review={review} />
        </Column>
        <Column kind="do" label="Reveal">
          <div className="panel-board-do">
            <RevealControls review={review} />
            <div className="panel-board-call">
              <CallStaff review={review} />
              <CalledStaff review={review} />
            </div>
          </div>
        </Column>
      </Columns>
    </ReviewFrame>
  )
}
