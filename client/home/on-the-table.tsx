import { steps, type Step } from '../../shared/competition/step.ts'
import type { RehearsalPage } from '../../shared/protocol/rehearsal-page.ts'
import { stepsOf, stepWord } from '../steps-of.ts'
import { StepBlocks } from '../ui/step-blocks.tsx'
import './on-the-table.css'

const meanings: Readonly<Record<Step, string>> = {
  conflicts: 'who has a conflict stays out',
  score: 'each reads and scores alone',
  reveal: 'all are ready',
  discuss: 'all scores are open to the panel',
  vote: 'sealed until it closes',
  final: 'each completes and signs',
  locked: 'nothing in it changes any more',
}

/** The applications of the rehearsal, each with its step and what that step means. */
export function OnTheTable({ reviews }: Pick<RehearsalPage, 'reviews'>) {
  return (
    <section className="on-the-table" aria-labelledby="on-the-table">
      <h2 id="on-the-table" className="on-the-table-title">
        On the table
      </h2>
      <ul className="on-the-table-list">
        {reviews.map(({ id, applicant, step }) => (
          <li key={id} className="on-the-table-review">
            <strong>{applicant}</strong>
            <StepBlocks steps={stepsOf({ step, lock: null }, null).slice(0, steps.length)} word={false} />
            <span className="on-the-table-step">{stepWord(step)}</span>
            <span className="on-the-table-meaning">{meanings[step]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
