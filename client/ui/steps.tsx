import { Icon } from './icon.tsx'
import './steps.css'

export interface Step {
  label: string
  status: 'done' | 'now' | 'later'
}

const spoken = { done: 'done', now: 'now', later: 'to come' } as const

/** The words of all steps on the head line's own rule. Done: tick and thick rule; now: bold, thickest; later: thin. */
export function Steps({ steps, tier }: { steps: readonly Step[]; tier?: string | undefined }) {
  return (
    <div className="steps">
      {tier && <span className="steps-tier">{tier}</span>}
      <ol className="steps-list" aria-label={tier ? `Steps, ${tier}` : 'Steps'}>
        {steps.map(({ label, status }) => (
          <li
            key={label}
            className="steps-step"
            data-status={status}
            aria-current={status === 'now' ? 'step' : undefined}
          >
            {status === 'done' && <Icon name="check" size="small" />}
            {label}
            <span className="visually-hidden">, {spoken[status]}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
