import { type ComponentProps, useMemo } from 'react'
import { pointsFault, pointsWarning } from '../../shared/rubric/row-rules.ts'
import { leastOf, type Row } from '../../shared/rubric/rubric.ts'
import { shownPoints, unitsPerPoint } from '../../shared/rubric/shown-points.ts'
import { reachInWords, shownEnd, typable, unitsTyped, type Scaled } from '../../shared/rubric/told-points.ts'
import { BandSlider } from '../charts/band-slider.tsx'
import { useNumberEntry } from './number-entry.ts'
import { NumberBox, type NumberWords } from './number-field.tsx'
import './points-entry.css'

export interface PointsEntryProps {
  rubric: Scaled
  row: Row
  /** In units, like what it replaces and what is said. */
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
  const words = useMemo(() => wordsOf(rubric), [rubric])
  const choices = row.rule?.kind === 'choice' ? row.rule.choices.map(({ points }) => points) : undefined
  const step = row.rule?.kind === 'elements' ? row.rule.each : 1
  const warning = entry.entered === null ? null : pointsWarning(rubric, row, entry.entered)
  return (
    <div className="points-entry">
      <NumberBox
        ref={ref}
        entry={entry}
        label={`Points, ${reachInWords(rubric, row)}`}
        min={leastOf(row)}
        max={row.max}
        words={words}
        choices={choices}
        step={step}
        was={was === undefined ? undefined : shownPoints(rubric, was)}
        invalid={invalid}
        warning={warning ?? undefined}
        readOnly={readOnly}
        describedBy={describedBy}
      />
      <div className="points-entry-scale">
        <BandSlider
          label={`Points on the scale, ${row.id}`}
          rubric={rubric}
          row={row}
          value={entry.entered}
          step={step}
          readOnly={readOnly}
          onMove={(points) =>
            entry.enter(choices ? nearest(choices, points, entry.entered ?? leastOf(row)) : points)
          }
          onRelease={entry.commit}
        />
      </div>
    </div>
  )
}

function wordsOf(rubric: Scaled): NumberWords {
  return {
    // As it can be typed on: "3" becomes "3.5", and "3.0" would not.
    shown: (units) => shownEnd(rubric, units),
    read: (typed) => unitsTyped(rubric, typed),
    typable: (typed) => typable(rubric, typed),
    told: (units) => units / unitsPerPoint(rubric),
    decimals: unitsPerPoint(rubric) > 1,
  }
}

// A key press moves by one, which is nearest to where it came from: then the next choice in that direction is meant.
function nearest(choices: readonly number[], points: number, start: number): number {
  const closest = (among: readonly number[]) =>
    among.toSorted((a, b) => Math.abs(a - points) - Math.abs(b - points))[0]
  if (Math.abs(points - start) !== 1) return closest(choices) ?? points
  return closest(choices.filter((choice) => (points > start ? choice > start : choice < start))) ?? start
}
