import { type ComponentProps, type ReactNode, useId } from 'react'
import { FieldSentence } from './field-sentence.tsx'
import { Icon, type IconName } from './icon.tsx'
import './text-field.css'

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'className'> {
  label: string
  /** For a search field in a tool line: its icon and its placeholder say it, its label is only spoken. */
  hiddenLabel?: boolean | undefined
  hint?: ReactNode
  icon?: IconName | undefined
  invalid?: string | undefined
  /** `wrote` sets what a person writes in serif. */
  face?: 'says' | 'wrote' | undefined
}

/** One line of text. */
export function TextField({
  label,
  hiddenLabel,
  hint,
  icon,
  invalid,
  face = 'says',
  ...rest
}: TextFieldProps) {
  const own = useId()
  const id = rest.id ?? own
  const described = [hint && `${id}-hint`, invalid && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <div className={hiddenLabel ? 'visually-hidden' : 'field-line'}>
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
      </div>
      <div className="text-field-box" data-icon={icon ? true : undefined}>
        {icon && <Icon name={icon} size="small" />}
        <input
          type="text"
          {...rest}
          id={id}
          className="field-entry"
          data-face={face}
          aria-invalid={invalid ? true : undefined}
          aria-describedby={described || undefined}
        />
      </div>
      {hint && (
        <p className="field-under field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {invalid && (
        <FieldSentence id={`${id}-fault`} kind="fault">
          {invalid}
        </FieldSentence>
      )}
    </div>
  )
}
