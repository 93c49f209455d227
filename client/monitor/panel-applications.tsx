import type { ReviewView, View } from '../../shared/competition/view.ts'
import { reviewPath, type ReviewPage } from '../pages.ts'
import { inTurn } from '../in-turn.ts'
import { serverNow } from '../live/server-clock.ts'
import { HomeFrame } from '../review-frame.tsx'
import { counted } from '../room/number-words.ts'
import { openSentence } from '../room/vote-words.ts'
import { stepWord } from '../steps-of.ts'
import { tierWords } from '../../shared/print/tier-words.ts'
import { useSteps } from '../use-steps.ts'
import { Column, Columns } from '../ui/columns.tsx'
import { Empty } from '../ui/empty.tsx'
import { Link } from '../ui/link.tsx'
import { NextDate } from '../ui/next-date.tsx'
import { StepBlocks } from '../ui/step-blocks.tsx'
import { ApplicationOrder } from './application-order.tsx'
import './panel-applications.css'

/** A row for each application of the panel: its step, who is ready, and what comes next for the monitor. */
export function PanelApplications({ view }: { view: View }) {
  return (
    <HomeFrame view={view} title="Your panel">
      <Columns layout="single">
        <Column kind="do" label="Applications of your panel">
          <h1 className="t-title">Applications of your panel</h1>
          <NextDate kept={view.competition.dates} now={serverNow()} />
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
                {inTurn(view.reviews).map((review) => (
                  <ApplicationRow key={review.id} review={review} />
                ))}
              </tbody>
            </table>
          )}
          <ApplicationOrder reviews={view.reviews} />
        </Column>
      </Columns>
    </HomeFrame>
  )
}

function ApplicationRow({ review }: { review: ReviewView }) {
  const { application, tier, step, ready, panel } = review
  const asked = review.conflict?.status === 'open' || review.conflict?.status === 'unsure'
  const signing = panel?.filter(({ excused }) => !excused)
  const next = nextFor(review)
  return (
    <tr>
      <th scope="row" className="panel-applications-name">
        <Link look="quiet" href={reviewPath(review.id, asked ? 'conflicts' : 'board')}>
          {application.applicant}
        </Link>{' '}
        <span className="third">{tierWords(tier)}</span>
      </th>
      <td>
        <span className="panel-applications-step">
          <StepBlocks steps={useSteps(review)} word={false} />
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
      <td className="panel-applications-next">
        {next.page ? <Link href={reviewPath(review.id, next.page)}>{next.sentence}</Link> : next.sentence}
      </td>
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

interface Next {
  readonly sentence: string
  /** Something for the monitor to do; otherwise it waits for others. */
  readonly page?: ReviewPage
}

/** What the monitor does next, or waits for. */
function nextFor({ conflict, room, blockers, vote, closed, lock, thin, absolute }: ReviewView): Next {
  if (lock) return { sentence: lock.status === 'locked' ? `Locked by ${lock.by}` : 'Being locked' }
  if (closed) return { sentence: `Closed, with program staff${answeredWords(absolute)}` }
  if (conflict?.status === 'open') return { sentence: 'Say whether you have a conflict', page: 'conflicts' }
  if (conflict?.status === 'unsure') return { sentence: 'Staff have your question about conflicts' }
  if (thin) return { sentence: 'Staff decide whether the panel goes on' }
  if (!room) {
    const waits = blockers?.reveal.length ?? 0
    if (waits > 0) return { sentence: `${counted(waits, 'reviewer')} not ready` }
    return { sentence: 'Reveal the scores', page: 'board' }
  }
  if (vote?.status === 'differ') return { sentence: 'Discuss, and open the vote', page: 'board' }
  if (vote?.status === 'open') return { sentence: openSentence(vote), page: 'vote' }
  const left = blockers?.close.length ?? 0
  return left === 0 ? { sentence: 'Close the review', page: 'board' } : { sentence: `${left} to sign` }
}

/** ". Absolute priority: 3 of 5 have answered", and nothing where the rubric has none. */
function answeredWords(absolute: ReviewView['absolute']): string {
  const [priority] = absolute ?? []
  return priority ? `. Absolute priority: ${priority.answered} of ${priority.of} have answered` : ''
}
