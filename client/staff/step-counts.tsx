import { steps } from '../../shared/competition/step.ts'
import type { ReviewView } from '../../shared/competition/view.ts'
import { stepWord } from '../steps-of.ts'
import './step-counts.css'

/** How many reviews are at each step; the bars are shares of all of them. */
export function StepCounts({ reviews }: { reviews: readonly Pick<ReviewView, 'step'>[] }) {
  return (
    <ul className="step-counts" aria-label="Applications at each step">
      {steps.map((step) => {
        const count = reviews.filter((review) => review.step === step).length
        const share = reviews.length === 0 ? 0 : count / reviews.length
        return (
          <li key={step} className="step-counts-step" data-step={step} data-none={count === 0 || undefined}>
            <span className="step-counts-bar" style={{ '--share': share }} />
            <strong>{count}</strong> <span>{stepWord(step)}</span>
          </li>
        )
      })}
    </ul>
  )
}
