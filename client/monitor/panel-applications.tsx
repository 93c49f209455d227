import type { ReviewView, View } from '../../shared/competition/view.ts'
import { reviewPath } from '../pages.ts'
import { HomeFrame } from '../review-frame.tsx'
import { counted } from '../room/number-words.ts'
import { standingSentence } from '../room/vote-words.ts'
import { stepsOf, stepWord } from '../steps-of.ts'
import { Column, Columns } from '../ui/columns.tsx'
import { Empty } from '../ui/empty.tsx'
import { Link } from '../ui/link.tsx'
import { StepBlocks } from '../ui/step-blocks.tsx'
import './panel-applications.css'

/** A row for each application of the panel: its step, who is ready, and what comes next for the monitor. */
export function PanelApplications({ view }: { view: View }) {
  return (
    <HomeFrame view={view} title="Your panel">
      <Columns layout="single">
        <Column kind="do" label="Applications of your panel">
          <h1 className="t-title">Applications of your panel</h1>
          {view.reviews.length === 0 ? (
            <Empty
              title="No applications yet."
              sentence="When staff assign applications to your panel, they stand here."
            />
          ) : (
            <table className="panel-applications">
              <thead>
                <tr>
                  <th scope="col">Applicant</th>
                  <th scope="col">Step</th>
                  <th scope="col">Ready</th>
                  <th scope="col">Signed</th>
                  <th scope="col">What comes next</th>
                </tr>
              </thead>
              <tbody>
                {view.reviews.map((review) => (
                  <ApplicationRow key={review.id} review={review} />
                ))}
              </tbody>
            </table>
          )}
        </Column>
      </Columns>
    </HomeFrame>
  )
}

function ApplicationRow({ review }: { review: ReviewView }) {
  const { application, tier, step, ready, panel } = review
  const asked = review.conflict?.status === 'open' || review.conflict?.status === 'unsure'
  const signing = panel?.filter(({ excused }) => !excused)
  return (
    <tr>
      <th scope="row" className="panel-applications-name">
        <Link look="quiet" href={reviewPath(review.id, asked ? 'conflicts' : 'board')}>
          {application.applicant}
        </Link>
        <span className="third">Tier {tier}</span>
      </th>
      <td>
        <span className="panel-applications-step">
          <StepBlocks steps={stepsOf(review)} word={false} />
          {stepWord(step)}
        </span>
      </td>
      <td data-label="Ready">
        {ready ? <Share part={ready.count} of={ready.of} /> : <span className="third">–</span>}
      </td>
      <td data-label="Signed">
        {signing ? (
          <Share part={signing.filter(({ signedAt }) => signedAt !== null).length} of={signing.length} />
        ) : (
          <span className="third">–</span>
        )}
      </td>
      <td className="panel-applications-next">{nextFor(review)}</td>
    </tr>
  )
}

function Share({ part, of }: { part: number; of: number }) {
  return (
    <>
      <strong>{part}</strong> <span className="third">of {of}</span>
    </>
  )
}

/** What the monitor does next, or waits for. */
function nextFor({ conflict, room, blockers, vote, closed, lock }: ReviewView): string {
  if (lock) return lock.status === 'locked' ? `Locked by ${lock.by}` : 'Being locked'
  if (closed) return 'Closed, with program staff'
  if (conflict?.status === 'open') return 'Say whether you have a conflict'
  if (conflict?.status === 'unsure') return 'Staff have your question about conflicts'
  if (!room) {
    const waits = blockers?.reveal.length ?? 0
    return waits === 0 ? 'Reveal the scores' : `${counted(waits, 'reviewer')} not ready`
  }
  if (vote?.status === 'differ' || vote?.status === 'open') return standingSentence(vote)
  const left = blockers?.close.length ?? 0
  return left === 0 ? 'Close the review' : `${left} to sign`
}
