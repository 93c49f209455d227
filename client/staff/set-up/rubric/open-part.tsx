import { placeText, type RubricPlace } from '../../../../shared/rubric/rubric-place.ts'
import { FieldSentence } from '../../../ui/field-sentence.tsx'
import { AreaFields } from './area-fields.tsx'
import { CriterionFields } from './criterion-fields.tsx'
import type { Editing } from './editing.ts'
import { partSum, partTitle } from './part-words.ts'
import { PartTools } from './part-tools.tsx'
import { PriorityFields } from './priority-fields.tsx'
import { RowFields } from './row-fields.tsx'
import { WholeFields } from './whole-fields.tsx'
import './rubric-fields.css'

interface OpenPartProps {
  readonly editing: Editing
  readonly place: RubricPlace
  /** What does not fit in it, as sentences. */
  readonly faults: readonly string[]
}

/** The part of the rubric that is open: what is wrong with it, what can be done with it, and its fields. */
export function OpenPart({ editing, place, faults }: OpenPartProps) {
  const { rubric } = editing
  return (
    <section className="rubric-open" aria-labelledby="rubric-open-title">
      <header>
        <h2 className="rubric-open-title" id="rubric-open-title" tabIndex={-1}>
          {partTitle(rubric, place)}
        </h2>
        <p className="rubric-open-sum">{partSum(rubric, place)}</p>
        {faults.map((fault, index) => (
          <FieldSentence key={fault} id={`fault-${index}-of-${placeText(place)}`} kind="fault">
            {fault}
          </FieldSentence>
        ))}
      </header>
      <PartTools editing={editing} place={place} />
      <Fields editing={editing} place={place} />
    </section>
  )
}

/** Fields hold what is typed and not yet taken, so each part has its own. */
function Fields({ editing, place }: Omit<OpenPartProps, 'faults'>) {
  const { rubric } = editing
  if (place.of === 'whole') return <WholeFields editing={editing} />
  const { of, id } = place
  if (of === 'area') {
    const at = rubric.areas.findIndex((each) => each.id === id)
    const area = rubric.areas[at]
    return area && <AreaFields key={at} editing={editing} area={area} />
  }
  if (of === 'criterion') {
    const at = rubric.criteria.findIndex((each) => each.id === id)
    const criterion = rubric.criteria[at]
    return criterion && <CriterionFields key={at} editing={editing} criterion={criterion} />
  }
  if (of === 'priority') {
    const at = rubric.priorities.findIndex((each) => each.id === id)
    const priority = rubric.priorities[at]
    return priority && <PriorityFields key={at} editing={editing} priority={priority} />
  }
  const rows = rubric.criteria.flatMap((criterion) => criterion.rows)
  const at = rows.findIndex((each) => each.id === id)
  const row = rows[at]
  return row && <RowFields key={at} editing={editing} row={row} />
}
