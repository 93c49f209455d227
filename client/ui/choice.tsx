import { type ReactNode, useId } from 'react'
import './choice.css'

export interface ChoiceProps<Value extends string> {
  /** The question. */
  label: string
  hiddenLabel?: boolean | undefined
  value: Value | null
  options: readonly { value: Value; label: ReactNode; hint?: ReactNode }[]
  onChange: (value: Value) => void
  /** Side by side where there is room, or always under each other. */
  across?: boolean | undefined
  disabled?: boolean | undefined
}

/** One of a few answers, each said whole. The arrow keys go from one to the next. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, hiddenLabel, value, options, onChange, across = false, disabled } = props
  const name = useId()
  return (
    <fieldset className="choice" disabled={disabled}>
      <legend className={hiddenLabel ? 'visually-hidden' : 'choice-label'}>{label}</legend>
      <div className="choice-options" data-across={across || undefined}>
        {options.map((option) => (
          <label key={option.value} className="choice-option">
            <input
              className="choice-input"
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span className="choice-ring" aria-hidden />
            <span className="choice-words">
              {option.label}
              {option.hint && <span className="choice-hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
