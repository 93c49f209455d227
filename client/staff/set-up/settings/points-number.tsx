import { shownPoints, unitsOf, unitsPerPoint } from '../../../../shared/rubric/shown-points.ts'
import type { Rubric } from '../../../../shared/rubric/rubric.ts'
import { TypedNumber } from './typed-number.tsx'

interface PointsNumberProps {
  readonly label: string
  readonly hiddenLabel?: boolean
  readonly rubric: Rubric
  /** In units, from 1 to the most. */
  readonly units: number
  readonly most: number
  readonly onChange: (units: number) => void
}

/** Points, typed and shown on the rubric's scale. */
export function PointsNumber({ label, hiddenLabel, rubric, units, most, onChange }: PointsNumberProps) {
  const [from, to] = [shownPoints(rubric, 1), shownPoints(rubric, most)]
  const step = unitsPerPoint(rubric) === 1 ? 'Whole points' : `Points in steps of ${from}`
  return (
    <TypedNumber
      label={label}
      {...(hiddenLabel === undefined ? {} : { hiddenLabel })}
      unit="points"
      value={units}
      shown={(value) => shownPoints(rubric, value)}
      read={(typed) => {
        const found = /^\d+(\.\d+)?$/.test(typed.trim()) ? unitsOf(rubric, Number(typed)) : null
        return found !== null && found >= 1 && found <= most ? found : null
      }}
      rule={`${step} from ${from} to ${to}.`}
      onChange={(value) => {
        if (value !== null) onChange(value)
      }}
    />
  )
}
