import type { Ref } from 'react'
import { rootName, setBox, setNoElements, setScore, type Place } from '../../shared/form/edits.ts'
import { elementsField, noElements } from '../../shared/form/fields.ts'
import type { FormRecord } from '../../shared/form/form-record.ts'
import type { Criterion, Row } from '../../shared/rubric/rubric.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { Choice } from '../ui/choice.tsx'
import { ElementBoxes } from '../ui/element-boxes.tsx'
import { PointsEntry } from '../ui/points-entry.tsx'
import { Remarks } from './remarks.tsx'
import { RowWording } from './row-wording.tsx'
import './row-panel.css'

interface RowPanelProps {
  readonly criterion: Criterion
  readonly row: Row
  readonly record: FormRecord
  readonly place: Place
  readonly copy: number
  readonly readOnly: boolean
  readonly points: Ref<HTMLInputElement>
}

/** One row: what it asks, its points, and the strengths and weaknesses of its criterion. */
export function RowPanel({ criterion, row, record, place, copy, readOnly, points }: RowPanelProps) {
  const whole = row.id === criterion.id
  return (
    <div className="row-panel" role="group" aria-labelledby="row-title">
      <header>
        <p className="row-panel-place">
          <strong>{row.id}</strong>
          {!whole && (
            <>
              {' '}
              in {criterion.id} {criterion.title}
            </>
          )}
        </p>
        <h1 className="t-title" id="row-title">
          {row.title}
        </h1>
      </header>
      <RowWording row={row} />
      <div className="row-panel-points">
        <PointsEntry
          key={`${row.id} ${copy}`}
          ref={row.rule?.kind === 'elements' ? undefined : points}
          row={row}
          value={record.scores[row.id] ?? null}
          readOnly={readOnly || row.rule?.kind === 'elements'}
          onCommit={(given) => setScore(place, row.id, given)}
        />
        {row.rule?.kind === 'choice' && (
          <Choice
            label="Which of these is so"
            value={record.scores[row.id] === null ? null : String(record.scores[row.id])}
            disabled={readOnly}
            options={row.rule.choices.map((choice) => ({
              value: String(choice.points),
              label: (
                <>
                  <strong>{choice.points}</strong> {choice.when}
                </>
              ),
            }))}
            onChange={(given) => setScore(place, row.id, Number(given))}
          />
        )}
        {row.rule?.kind === 'elements' && (
          <Elements row={row} record={record} place={place} readOnly={readOnly} />
        )}
      </div>
      <Remarks criterion={criterion} record={record} place={place} copy={copy} readOnly={readOnly} />
    </div>
  )
}

type ElementsProps = Pick<RowPanelProps, 'row' | 'record' | 'place' | 'readOnly'>

function Elements({ row, record, place, readOnly }: ElementsProps) {
  if (row.rule?.kind !== 'elements') return null
  const { elements, each } = row.rule
  const checked = new Set(record.elements[row.id])
  const none = place.doc.getMap(rootName(place, elementsField(row.id))).get(noElements) === true
  return (
    <>
      <ElementBoxes
        label={`Elements of ${row.id} in place today`}
        elements={elements}
        checked={checked}
        each={each}
        max={row.max}
        onToggle={readOnly ? undefined : (id, ticked) => setBox(place, row.id, id, ticked)}
      />
      <Checkbox
        checked={none}
        disabled={readOnly}
        onChange={(says) => setNoElements(place, row.id, says)}
        hint="0 points, which is not the same as no answer."
      >
        None of the {numberWord(elements.length)}
      </Checkbox>
    </>
  )
}

function numberWord(count: number): string {
  return count === 12 ? 'twelve' : String(count)
}
