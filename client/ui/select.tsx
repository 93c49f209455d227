import { type ComponentProps, useId } from 'react'
import { FieldSentence } from './field-sentence.tsx'
import { Icon } from './icon.tsx'
import './select.css'

export interface SelectProps<Value extends string> extends Omit<
  ComponentProps<'select'>,
  'className' | 'value' | 'onChange' | 'children'
> {
  label: string
  hiddenLabel?: boolean | undefined
  /** Empty where nothing is chosen yet; `placeholder` then says what is wanted. */
  value: Value | ''
  options: readonly { value: Value; label: string }[]
  placeholder?: string | undefined
  onChange: (value: Value) => void
  invalid?: string | undefined
  /** `quiet`: words and a chevron without an edge, for heads of columns. */
  look?: 'field' | 'quiet' | undefined
}

/** One of several short answers, in the system's own list. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const {
    label,
    hiddenLabel,
    value,
    options,
    placeholder,
    onChange,
    invalid,
    look = 'field',
    ...rest
  } = props
  const own = useId()
  const id = rest.id ?? own
  return (
    <div className="field select" data-look={look}>
      <div className={hiddenLabel ? 'visually-hidden' : 'field-line'}>
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
      </div>
      <div className="select-box">
        <select
          {...rest}
          id={id}
          className="field-entry select-entry"
          value={value}
          data-empty={value === '' || undefined}
          aria-invalid={invalid ? true : undefined}
          aria-describedby={invalid ? `${id}-fault` : undefined}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value)
            if (chosen) onChange(chosen.value)
          }}
        >
          {value === '' && <option value="">{placeholder ?? 'Choose one'}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" size="small" />
      </div>
      {invalid && (
        <FieldSentence id={`${id}-fault`} kind="fault">
          {invalid}
        </FieldSentence>
      )}
    </div>
  )
}
