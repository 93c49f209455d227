import { changeCriterion, type CriterionChange } from '../../../../shared/rubric/edit/changed.ts'
import { titleFault } from '../../../../shared/rubric/edit/untitled.ts'
import { isDivided } from '../../../../shared/rubric/rubric-place.ts'
import type { Criterion } from '../../../../shared/rubric/rubric.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Editing } from './editing.ts'
import { IdField } from './id-field.tsx'
import { PointsField } from './points-field.tsx'
import { RowFields } from './row-fields.tsx'
import { WordsField } from './words-field.tsx'

/** A criterion; one that is not divided together with what is scored, which is the criterion itself. */
export function CriterionFields({
  editing,
  criterion,
}: {
  readonly editing: Editing
  readonly criterion: Criterion
}) {
  const { rubric, frozen, edit } = editing
  const { id, area, title, short, summary, threshold, rows, counted } = criterion
  const [only] = rows
  const change = (what: string, to: CriterionChange): void =>
    edit(changeCriterion(rubric, id, to), `${what} of ${id}`)
  return (
    <div className="rubric-fields">
      <div className="rubric-fields-line">
        <IdField editing={editing} place={{ of: 'criterion', id }} />
        <Select
          label="Area"
          value={area}
          options={rubric.areas.map((each) => ({ value: each.id, label: `${each.id} ${each.title}` }))}
          onChange={(to) => change('the area', { area: to })}
        />
      </div>
      <TextField
        label="Title"
        value={title}
        invalid={titleFault(title)}
        maxLength={200}
        onChange={({ target: { value } }) => change('the title', { title: value })}
      />
      <TextField
        label="Short title"
        hint="Where there is little room: in the list of rows and in tables."
        value={short}
        invalid={titleFault(short)}
        maxLength={60}
        onChange={({ target: { value } }) => change('the short title', { short: value })}
      />
      <WordsField
        label="The criterion as a question"
        hint="What the criterion asks as a whole, in a sentence."
        value={summary}
        onChange={(value) => change('the question', { summary: value })}
      />
      <Checkbox
        checked={counted !== false}
        disabled={frozen}
        hint="Otherwise its points only explain it."
        onChange={(counts) => change('what counts', { counted: counts ? undefined : false })}
      >
        Its points are part of the result
      </Checkbox>
      <PointsField
        label="Threshold, if there is one"
        rubric={rubric}
        units={threshold ?? null}
        optional
        hint="What the mean of its points has to reach."
        onChange={(units) => change('the threshold', { threshold: units ?? undefined })}
      />
      {!isDivided(criterion) && only && (
        <>
          <h3 className="rubric-fields-part">What is scored</h3>
          <RowFields editing={editing} row={only} undivided />
        </>
      )}
    </div>
  )
}
