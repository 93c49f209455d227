import { type ReactNode, useId } from 'react'
import { Icon } from './icon.tsx'
import './checkbox.css'

export interface CheckboxProps {
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean | undefined
  small?: boolean | undefined
  /** A second line under the words. */
  hint?: ReactNode
  children: ReactNode
}

export function Checkbox({ checked, onChange, disabled, small, hint, children }: CheckboxProps) {
  const hintId = useId()
  return (
    <label className="checkbox" data-small={small || undefined} data-disabled={disabled || undefined}>
      <input
        className="checkbox-input"
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? hintId : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="checkbox-box" aria-hidden>
        {checked && <Icon name="check" size="small" />}
      </span>
      <span>
        {children}
        {hint && (
          <span className="checkbox-hint" id={hintId}>
            {hint}
          </span>
        )}
      </span>
    </label>
  )
}
