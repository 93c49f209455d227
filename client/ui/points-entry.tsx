import type { ComponentProps } from 'react'
import { pointsFault, pointsWarning } from '../../shared/rubric/row-rules.ts'
import type { Row, Rubric } from '../../shared/rubric/rubric.ts'
import { BandSlider } from '../charts/band-slider.tsx'
import { useNumberEntry } from './number-entry.ts'
import { NumberBox } from './number-field.tsx'
import './points-entry.css'

export interface PointsEntryProps {
  rubric: Pick<Rubric, 'scale'>
  row: Row
  value: number | null
  was?: number | undefined
  /** A refusal by the server. */
  invalid?: string | undefined
  onCommit: (points: number | null) => void
  onDraft?: ((points: number | null) => void) | undefined
  readOnly?: boolean | undefined
  /** The id of the row's rule, where that stands on the page. */
  describedBy?: string | undefined
  ref?: ComponentProps<'input'>['ref']
}

/** Number field and slider of a row as one entry: both show what the other does, and it is said once. */
export function PointsEntry({
  rubric,
  row,
  value,
  was,
  invalid,
  onCommit,
  onDraft,
  readOnly,
  describedBy,
  ref,
}: PointsEntryProps) {
  const entry = useNumberEntry({
    value,
    onCommit,
    onDraft,
    check: (points) => pointsFault(rubric, row, points),
  })
  const choices = row.rule?.kind === 'choice' ? row.rule.choices.map(({ points }) => points) : undefined
  const step = row.rule?.kind === 'elements' ? row.rule.each : 1
  const warning = entry.entered === null ? null : pointsWarning(rubric, row, entry.entered)
  return (
    <div className="points-entry">
      <NumberBox
        ref={ref}
        entry={entry}
        label={`Points, of ${row.max}`}
        max={row.max}
        choices={choices}
        step={step}
        was={was}
        invalid={invalid}
        warning={warning ?? undefined}
        readOnly={readOnly}
        describedBy={describedBy}
      />
      <div className="points-entry-scale">
        <BandSlider
          label={`Points on the scale, ${row.id}`}
          value={entry.entered}
          max={row.max}
          bands={row.bands}
          step={step}
          readOnly={readOnly}
          onMove={(points) => entry.enter(choices ? nearest(choices, points, entry.entered) : points)}
          onRelease={entry.commit}
        />
      </div>
    </div>
  )
}

// A key press moves by one, which is nearest to where it came from: then the next choice in that direction is meant.
function nearest(choices: readonly number[], points: number, from: number | null): number {
  const closest = (among: readonly number[]) =>
    among.toSorted((a, b) => Math.abs(a - points) - Math.abs(b - points))[0]
  const start = from ?? 0
  if (Math.abs(points - start) !== 1) return closest(choices) ?? points
  return closest(choices.filter((choice) => (points > start ? choice > start : choice < start))) ?? start
}
