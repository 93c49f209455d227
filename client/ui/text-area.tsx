import { type ComponentProps, type ReactNode, useId, useState } from 'react'
import { Checkbox } from './checkbox.tsx'
import { FieldSentence } from './field-sentence.tsx'
import './text-area.css'

export interface TextAreaProps extends Omit<
  ComponentProps<'textarea'>,
  'className' | 'children' | 'onChange'
> {
  label: string
  most?: number | undefined
  /** How long the text is, where something other than typing writes it. Otherwise the field counts itself. */
  length?: number | undefined
  /** "None found" is an answer: it stands in for a text. */
  noneFound?: { checked: boolean; onChange: (checked: boolean) => void } | undefined
  /** Under the field, left: the pages cited. */
  foot?: ReactNode
  invalid?: string | undefined
  /** `note` is for oneself and set in italic. */
  voice?: 'comment' | 'note' | undefined
}

const figures = new Intl.NumberFormat('en-US')

/** A text that a person writes. Never controlled: whoever holds the `ref` may write into it, and input methods keep working. */
export function TextArea(props: TextAreaProps) {
  const {
    label,
    most = 8000,
    length,
    noneFound,
    foot,
    invalid,
    voice = 'comment',
    readOnly,
    onInput,
    ...rest
  } = props
  const own = useId()
  const id = rest.id ?? own
  const [typed, setTyped] = useState(() => String(rest.defaultValue ?? '').length)
  const count = length ?? typed
  const over = count > most
  const fault = invalid ?? (over ? `${figures.format(count - most)} characters too many.` : undefined)
  return (
    <div className="field text-area">
      <div className="field-line">
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
        {noneFound && (
          <Checkbox checked={noneFound.checked} onChange={noneFound.onChange} disabled={readOnly} small>
            None found
          </Checkbox>
        )}
      </div>
      <textarea
        {...rest}
        id={id}
        className="field-entry text-area-entry"
        data-face="wrote"
        data-voice={voice}
        readOnly={readOnly}
        aria-invalid={fault ? true : undefined}
        aria-describedby={`${id}-count${fault ? ` ${id}-fault` : ''}`}
        onInput={(event) => {
          setTyped(event.currentTarget.value.length)
          onInput?.(event)
        }}
      />
      <div className="field-under">
        <div className="text-area-foot">{foot}</div>
        <span id={`${id}-count`} className="text-area-count">
          {figures.format(count)} of {figures.format(most)}
          <span className="visually-hidden"> characters</span>
        </span>
      </div>
      {fault && (
        <FieldSentence id={`${id}-fault`} kind="fault">
          {fault}
        </FieldSentence>
      )}
    </div>
  )
}
