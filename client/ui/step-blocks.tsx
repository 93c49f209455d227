import type { Step } from './steps.tsx'
import './step-blocks.css'

export interface StepBlocksProps {
  steps: readonly Step[]
  /** Off where the table has a column of its own for the word. */
  word?: boolean | undefined
  tier?: string | undefined
  /** "4 of 10" at the end. */
  count?: boolean | undefined
}

/** Steps for tables and phones: done 5 high, now 10 high, later 2 high, with the word of the step beside them. */
export function StepBlocks({ steps, word = true, tier, count = false }: StepBlocksProps) {
  // What is locked is at no step any more: the last one it has done is where it stands.
  const at = steps.findLastIndex(({ status }) => status !== 'later')
  const now = steps[at]
  return (
    <span className="step-blocks">
      <span className="step-blocks-row" aria-hidden>
        {steps.map(({ label, status }) => (
          <span key={label} className="step-blocks-block" data-status={status} />
        ))}
      </span>
      <span className="visually-hidden">
        Step {at + 1} of {steps.length}
        {now && !word ? `: ${now.label}` : ''}
      </span>
      {word && now && <span className="step-blocks-word">{now.label}</span>}
      {tier && <span className="step-blocks-tier">{tier}</span>}
      {count && at >= 0 && (
        <span className="step-blocks-count" aria-hidden>
          {at + 1} of {steps.length}
        </span>
      )}
    </span>
  )
}
