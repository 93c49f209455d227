import { useState } from 'react'
import { TextField } from '../../../ui/text-field.tsx'

interface TypedNumberProps {
  readonly label: string
  readonly hiddenLabel?: boolean
  /** What is counted, after the field: "minutes". */
  readonly unit: string
  readonly value: number | null
  /** How a value stands in the field. */
  readonly shown: (value: number) => string
  /** What was typed as a value, or null where it cannot be one. */
  readonly read: (typed: string) => number | null
  /** What can be typed: "Whole numbers from 5 to 600." */
  readonly rule: string
  /** What an empty field means, where it may be empty. */
  readonly empty?: string | undefined
  readonly onChange: (value: number | null) => void
}

/** A number that is typed. One that cannot be taken stays in the field, says why, and changes nothing. */
export function TypedNumber(props: TypedNumberProps) {
  const { label, hiddenLabel, unit, value, shown, read, rule, empty, onChange } = props
  const [typed, setTyped] = useState<string | null>(null)
  const inField = typed ?? (value === null ? '' : shown(value))
  const isEmpty = inField.trim() === ''
  const isFine = isEmpty ? empty !== undefined : read(inField) !== null

  function enter(text: string): void {
    setTyped(text)
    const next = read(text)
    if (text.trim() === '' && empty !== undefined) onChange(null)
    else if (next !== null) onChange(next)
  }

  return (
    <div className="typed-number">
      <TextField
        label={label}
        hiddenLabel={hiddenLabel}
        inputMode="decimal"
        autoComplete="off"
        size={Math.max(4, inField.length, empty?.length ?? 0)}
        placeholder={empty}
        value={inField}
        invalid={isFine ? undefined : rule}
        onChange={(event) => enter(event.target.value)}
        onBlur={() => {
          if (isFine) setTyped(null)
        }}
      />
      <span className="typed-number-unit">{unit}</span>
    </div>
  )
}

/** Whole numbers between two, both included; thousands may be parted by commas, dollars may have their sign. */
export function wholeBetween(least: number, most: number): (typed: string) => number | null {
  return (typed) => {
    const digits = typed.trim().replace(/^\$/, '').replaceAll(',', '')
    const number = /^\d{1,15}$/.test(digits) ? Number(digits) : null
    return number !== null && number >= least && number <= most ? number : null
  }
}
