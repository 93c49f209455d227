import { useId } from 'react'
import '../../../ui/text-area.css'

interface WordsFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onLeave?: (() => void) | undefined
  readonly hint?: string | undefined
  /** What stands at its head: a word for a line beside its number. */
  readonly hiddenLabel?: boolean | undefined
  readonly rows?: number | undefined
}

/** A text of the rubric, as long as it has to be. Undoing a change of it, or another of the page, shows at once. */
export function WordsField(props: WordsFieldProps) {
  const { label, value, onChange, onLeave, hint, hiddenLabel = false, rows = 2 } = props
  const id = useId()
  return (
    <div className="field text-area">
      <div className={hiddenLabel ? 'visually-hidden' : 'field-line'}>
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
      </div>
      <textarea
        id={id}
        className="field-entry text-area-entry"
        data-face="wrote"
        rows={rows}
        maxLength={20_000}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
      />
      {hint && (
        <p className="field-under field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
