import type { View } from '../../shared/competition/view.ts'
import { outcomePath, questionsPath } from '../pages.ts'
import { HomeFrame } from '../review-frame.tsx'
import { capitalized, numberWord } from '../room/number-words.ts'
import { Empty } from '../ui/empty.tsx'
import { Link } from '../ui/link.tsx'
import { BoardReview } from './board-review.tsx'
import { ExportLinks } from './export-links.tsx'
import { type Need, needsOf, unanswered } from './needs.ts'
import { SavingRisk } from './saving-risk.tsx'
import { sealed } from './sealed.ts'
import { StepCounts } from './step-counts.tsx'
import './board.css'

/** Every review at once: what waits for staff, how many are at each step, and who is how far. */
export function Board({ view }: { view: View }) {
  const needs = needsOf(view)
  return (
    <HomeFrame view={view} title="Competition" who={sealed}>
      <div className="board">
        <SavingRisk view={view} />
        <section className="board-band" aria-labelledby="needs">
          <div>
            <h1 id="needs" className="t-title">
              {headline(needs.length)}
            </h1>
            <Needs needs={needs} />
            <Questions view={view} />
            <OutcomeLine view={view} />
          </div>
          <StepCounts reviews={view.reviews} />
        </section>
        {view.reviews.length === 0 ? (
          <div className="board-empty">
            <Empty
              title="No applications yet."
              sentence="When the competition opens, its applications stand here."
            />
          </div>
        ) : (
          <div className="board-reviews">
            {view.reviews.map((review) => (
              <BoardReview key={review.id} review={review} />
            ))}
          </div>
        )}
        <section className="board-export" aria-labelledby="export">
          <h2 id="export" className="t-heading">
            Export
          </h2>
          <ExportLinks />
        </section>
      </div>
    </HomeFrame>
  )
}

/** Where nothing is asked, the page about it is reached all the same. */
function Questions({ view: { questions } }: { view: View }) {
  if (unanswered(questions) > 0) return null
  return (
    <p className="board-questions">
      <Link href={questionsPath}>Questions of reviewers</Link>: none unanswered
    </p>
  )
}

/** The way to what the outcome hangs on, and whether it is sealed. */
function OutcomeLine({ view }: { view: View }) {
  const tier = view.tiers?.at(-1)
  if (!tier) return null
  return (
    <p className="board-questions">
      <Link href={outcomePath()}>What the outcome hangs on</Link>:{' '}
      {tier.locked ? `tier ${tier.tier} is locked` : `sealed until tier ${tier.tier} is locked`}
    </p>
  )
}

function headline(needs: number): string {
  if (needs === 0) return 'Nothing needs you now'
  return needs === 1 ? 'One thing needs you' : `${capitalized(numberWord(needs))} things need you`
}

function Needs({ needs }: { needs: readonly Need[] }) {
  if (needs.length === 0) {
    return (
      <p className="board-no-needs">
        Questions, conflicts to decide, seats that left and reviews to lock come up here.
      </p>
    )
  }
  return (
    <ul className="board-needs">
      {needs.map(({ subject, href, sentence }) => (
        <li key={`${href} ${sentence}`}>
          <Link href={href}>{subject}</Link> {sentence}
        </li>
      ))}
    </ul>
  )
}
