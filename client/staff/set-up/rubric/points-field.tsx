import { useState } from 'react'
import { shownEnd, unitsTyped } from '../../../../shared/rubric/told-points.ts'
import type { Rubric } from '../../../../shared/rubric/rubric.ts'
import { mostUnits } from '../../../../shared/rubric/rubric-limits.ts'
import { unitsPerPoint } from '../../../../shared/rubric/shown-points.ts'
import { TextField } from '../../../ui/text-field.tsx'

interface PointsFieldProps {
  readonly label: string
  readonly rubric: Pick<Rubric, 'scale'>
  /** In units; null where none are set. */
  readonly units: number | null
  /** Null where the field was emptied, which only an optional one is told of. */
  readonly onChange: (units: number | null) => void
  readonly optional?: boolean | undefined
  readonly hint?: string | undefined
  /** Why these units do not fit the rest of the rubric, although they are points. */
  readonly fault?: string | null | undefined
}

/** A number of points, typed in points and kept in units. What lies between two steps stays in the field and is not taken. */
export function PointsField(props: PointsFieldProps) {
  const { label, rubric, units, onChange, optional = false, hint, fault } = props
  const [typed, setTyped] = useState<string | null>(null)
  const shown = units === null ? '' : shownEnd(rubric, units)
  return (
    <div className="points-field">
      <TextField
        label={label}
        hint={hint}
        inputMode="decimal"
        autoComplete="off"
        maxLength={7}
        value={typed ?? shown}
        invalid={(typed === null ? undefined : faultOf(rubric, typed, optional)) ?? fault ?? undefined}
        onChange={({ target: { value } }) => {
          setTyped(value)
          const read = unitsTyped(rubric, value)
          if (value.trim() === '') {
            if (optional) onChange(null)
          } else if (read !== null && faultOf(rubric, value, optional) === undefined) onChange(read)
        }}
        onBlur={() => setTyped(null)}
      />
    </div>
  )
}

function faultOf(rubric: Pick<Rubric, 'scale'>, typed: string, optional: boolean): string | undefined {
  if (typed.trim() === '') return optional ? undefined : 'A number of points.'
  const units = unitsTyped(rubric, typed)
  if (units !== null && Number.isInteger(units) && units <= mostUnits) return undefined
  const step = unitsPerPoint(rubric)
  return step === 1 ? 'Whole points.' : `Points in steps of ${1 / step}.`
}
