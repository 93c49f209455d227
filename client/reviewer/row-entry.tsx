import type { Ref } from 'react'
import { setBox, setNoElements, setScore, type Place } from '../../shared/form/edits.ts'
import type { FormRecord } from '../../shared/form/form-record.ts'
import type { Row, Rubric } from '../../shared/rubric/rubric.ts'
import { shownPoints } from '../../shared/rubric/shown-points.ts'
import { numberWord } from '../room/number-words.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { Choice } from '../ui/choice.tsx'
import { ElementBoxes } from '../ui/element-boxes.tsx'
import { PointsEntry } from '../ui/points-entry.tsx'
import { BothValues } from './both-values.tsx'
import { pointsNote } from './points-note.ts'
import { ruleId } from './row-wording.tsx'
import './row-entry.css'

interface RowEntryProps {
  readonly rubric: Rubric
  readonly row: Row
  readonly record: FormRecord
  /** Where it is written: a form, or one's own column. Key it with the copy, so that each has fields of its own. */
  readonly place: Place
  /** The points that were attested, struck beside those that stand now where they differ. */
  readonly was?: number | null
  readonly readOnly: boolean
  /** The number field; a row of boxes has none to type in. */
  readonly ref?: Ref<HTMLInputElement>
}

/** The points of a row: typed or slid, chosen, or counted from its boxes, as the row's rule has it. */
export function RowEntry({ rubric, row, record, place, was = null, readOnly, ref }: RowEntryProps) {
  const points = record.scores[row.id] ?? null
  const boxes = row.rule?.kind === 'elements'
  const note = points === null ? null : pointsNote(rubric, row, points)
  return (
    <div className="row-entry">
      <PointsEntry
        key={row.id}
        ref={boxes ? undefined : ref}
        rubric={rubric}
        row={row}
        value={points}
        was={was === null || was === points ? undefined : was}
        readOnly={readOnly || boxes}
        describedBy={row.rule ? ruleId : undefined}
        onCommit={(given) => setScore(place, row.id, given)}
      />
      <BothValues
        key={`both ${row.id}`}
        rubric={rubric}
        row={row}
        record={record}
        place={place}
        readOnly={readOnly}
      />
      {note !== null && <p className="row-entry-note">{note}</p>}
      {row.rule?.kind === 'choice' && (
        <Choice
          label="Which of these is so"
          value={points === null ? null : String(points)}
          disabled={readOnly}
          options={row.rule.choices.map((choice) => ({
            value: String(choice.points),
            label: (
              <>
                <strong>{shownPoints(rubric, choice.points)}</strong> {choice.when}
              </>
            ),
          }))}
          onChange={(given) => setScore(place, row.id, Number(given))}
        />
      )}
      <Elements rubric={rubric} row={row} record={record} place={place} readOnly={readOnly} />
    </div>
  )
}

function Elements({ rubric, row, record, place, readOnly }: Omit<RowEntryProps, 'was' | 'ref'>) {
  if (row.rule?.kind !== 'elements') return null
  const { elements, each } = row.rule
  return (
    <>
      <ElementBoxes
        rubric={rubric}
        label={`Elements of ${row.id} in place today`}
        elements={elements}
        checked={new Set(record.elements[row.id])}
        each={each}
        max={row.max}
        onToggle={readOnly ? undefined : (id, ticked) => setBox(place, row.id, id, ticked)}
      />
      <Checkbox
        // Boxes that were ticked meanwhile count before it.
        checked={record.scores[row.id] === 0}
        disabled={readOnly}
        onChange={(says) => setNoElements(place, row.id, says)}
        hint="0 points, which is not the same as no answer."
      >
        None of the {numberWord(elements.length)}
      </Checkbox>
    </>
  )
}
