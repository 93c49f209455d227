import { useEffect, useId, useState } from 'react'
import { settleDiffers, type Place } from '../../shared/form/edits.ts'
import type { FormRecord } from '../../shared/form/form-record.ts'
import type { Row } from '../../shared/rubric/rubric.ts'
import { isOnePoint, pointsInWords, type Scaled } from '../../shared/rubric/told-points.ts'
import { pointsGivenHere } from '../live/twice-scored.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { clockTime } from '../ui/clock-time.tsx'
import { Icon } from '../ui/icon.tsx'
import '../ui/field.css'
import './both-values.css'

interface BothValuesProps {
  readonly rubric: Scaled
  readonly row: Row
  readonly record: FormRecord
  readonly place: Place
  readonly readOnly: boolean
}

/** Asks which points of a row hold, where two were given in different places at the same time; nothing otherwise. */
export function BothValues({ rubric, row, record, place, readOnly }: BothValuesProps) {
  const id = useId()
  const [chosen, setChosen] = useState<number | null | undefined>(undefined)
  const standing = record.scores[row.id] ?? null
  const other = record.differs?.[row.id]
  const asked = other !== undefined && other !== standing
  const question = asked ? sentence(rubric, place, row.id, standing, other) : null
  useEffect(() => {
    if (question !== null && !readOnly) announce(`${row.id}: ${question} Choose one.`)
  }, [row.id, question, readOnly])

  if (question === null) {
    if (chosen === undefined || chosen !== standing) return null
    return (
      // Takes the focus over from the button that has gone with the question.
      <p className="both-values-chosen" tabIndex={-1} ref={focusOn} onBlur={() => setChosen(undefined)}>
        {capital(inWords(rubric, chosen))} {stands(rubric, chosen)} for {row.id}.
      </p>
    )
  }
  if (readOnly) {
    return (
      <p className="both-values-sentence field-fault">
        <Icon name="warning" size="small" />
        <span>
          {question} {capital(inWords(rubric, standing))} {stands(rubric, standing)}.
        </span>
      </p>
    )
  }
  const choose = (points: number | null): void => {
    settleDiffers(place, row.id, points)
    setChosen(points)
  }
  const values = inOrder(place, row.id, [standing, other ?? null])
  return (
    <div className="both-values" role="group" aria-labelledby={id}>
      <p className="both-values-sentence field-fault" id={id}>
        <Icon name="warning" size="small" />
        <span>{question} Choose one.</span>
      </p>
      <div className="both-values-choice">
        {values.map((points) => (
          <Button key={String(points)} onClick={() => choose(points)}>
            Choose {inWords(rubric, points)}
          </Button>
        ))}
      </div>
    </div>
  )
}

function sentence(
  rubric: Scaled,
  place: Place,
  rowId: string,
  standing: number | null,
  other: number | null,
): string {
  const [first, second] = inOrder(place, rowId, [standing, other])
  const here = pointsGivenHere(place, rowId)
  if (here === null || here.points !== first)
    return `Two values were given for this row at the same time: ${inWords(rubric, first)} and ${inWords(rubric, second)}.`
  const given = `${inWords(rubric, first)} here at ${clockTime(here.at)} and ${inWords(rubric, second)} elsewhere`
  return `Two values were given for this row: ${given}.`
}

/** What was given in this tab comes first. */
function inOrder(
  place: Place,
  rowId: string,
  values: readonly [number | null, number | null],
): readonly [number | null, number | null] {
  const [standing, other] = values
  const here = pointsGivenHere(place, rowId)
  return here !== null && here.points === other ? [other, standing] : values
}

function inWords(rubric: Scaled, points: number | null): string {
  return points === null ? 'no points' : pointsInWords(rubric, points)
}

function stands(rubric: Scaled, points: number | null): string {
  return points !== null && isOnePoint(rubric, points) ? 'stands' : 'stand'
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function focusOn(element: HTMLElement | null): void {
  element?.focus()
}
