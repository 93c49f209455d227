import { useId } from 'react'
import { Link } from '../ui/link.tsx'
import type { Answer } from './marks.ts'

interface AnswerChoiceProps {
  readonly label: string
  readonly answers: readonly Answer[]
  readonly value: Answer | null
  readonly onChange: (answer: Answer) => void
  readonly onClear: () => void
}

/** The answers to one application in one line. The arrow keys go from one to the next, the tab key to the next application. */
export function AnswerChoice({ label, answers, value, onChange, onClear }: AnswerChoiceProps) {
  const name = useId()
  return (
    <div className="answer-choice">
      <fieldset>
        <legend className="visually-hidden">{label}</legend>
        {answers.map((answer) => (
          <label key={answer} data-answer={answer}>
            <input type="radio" name={name} checked={answer === value} onChange={() => onChange(answer)} />
            <span>{words[answer]}</span>
          </label>
        ))}
      </fieldset>
      {value !== null && (
        <Link look="quiet" onClick={onClear} aria-label={`Take back: ${label}`}>
          Take back
        </Link>
      )}
    </div>
  )
}

const words: Readonly<Record<Answer, string>> = {
  certified: 'No conflict',
  recused: 'Recuse',
  unsure: 'Not sure: ask staff',
}
