import { rowInto } from '../../../../shared/rubric/edit/arranged.ts'
import { changeRow, type RowChange } from '../../../../shared/rubric/edit/changed.ts'
import { stretchedBands } from '../../../../shared/rubric/edit/row-bands.ts'
import { titleFault } from '../../../../shared/rubric/edit/untitled.ts'
import { isDivided } from '../../../../shared/rubric/rubric-place.ts'
import { criterionOf, leastOf, type Row } from '../../../../shared/rubric/rubric.ts'
import { pointsInWords } from '../../../../shared/rubric/told-points.ts'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { BandsFields } from './bands-fields.tsx'
import type { Editing } from './editing.ts'
import { IdField } from './id-field.tsx'
import { PartsFields } from './parts-fields.tsx'
import { PointsField } from './points-field.tsx'
import { RuleFields } from './rule-fields.tsx'
import { WordsField } from './words-field.tsx'

interface RowFieldsProps {
  readonly editing: Editing
  readonly row: Row
  /** It is its criterion as a whole, whose name and titles stand above. */
  readonly undivided?: boolean | undefined
}

/** What is scored: its range, its wording, its bands and its rule. */
export function RowFields({ editing, row, undivided = false }: RowFieldsProps) {
  const { rubric, edit } = editing
  const { id, max, bands, rule } = row
  const change = (what: string, to: RowChange): void => edit(changeRow(rubric, id, to), `${what} of ${id}`)

  function range(what: string, to: { readonly max?: number; readonly min?: number }): void {
    change(what, { ...to, bands: stretchedBands(rubric, bands, { ...row, ...to }) })
  }

  return (
    <div className="rubric-fields">
      {!undivided && <RowNames editing={editing} row={row} change={change} />}
      <div className="rubric-fields-line">
        {rule?.kind === 'elements' && rule.elements.length > 0 ? (
          <TextField
            label="Maximum"
            readOnly
            value={pointsInWords(rubric, max)}
            hint="What its elements give together."
          />
        ) : (
          <PointsField
            label="Maximum"
            rubric={rubric}
            units={max}
            onChange={(units) => units !== null && range('the maximum', { max: units })}
          />
        )}
        <PointsField
          label="Least"
          rubric={rubric}
          units={leastOf(row)}
          onChange={(units) => units !== null && range('the least', { min: units })}
        />
      </div>
      <WordsField
        label="What it asks"
        value={row.summary}
        onChange={(summary) => change('what is asked', { summary })}
      />
      <PartsFields parts={row.parts} onChange={(parts) => change('the parts', { parts })} />
      <WordsField
        label="Evidence the applicant was asked for"
        hint="One a line."
        value={row.evidence.join('\n')}
        onChange={(lines) => change('the evidence', { evidence: lines === '' ? [] : lines.split('\n') })}
        onLeave={() => {
          const evidence = row.evidence.map((line) => line.trim()).filter((line) => line !== '')
          if (evidence.join('\n') !== row.evidence.join('\n')) change('the evidence', { evidence })
        }}
      />
      <BandsFields rubric={rubric} row={row} onChange={(to) => change('the bands', { bands: to })} />
      <RuleFields rubric={rubric} row={row} isKept={editing.isKept} change={change} />
    </div>
  )
}

interface RowNamesProps {
  readonly editing: Editing
  readonly row: Row
  readonly change: (what: string, to: RowChange) => void
}

function RowNames({ editing, row, change }: RowNamesProps) {
  const { rubric, frozen, edit } = editing
  const inside = criterionOf(rubric, row.id)
  return (
    <>
      <div className="rubric-fields-line">
        <IdField editing={editing} place={{ of: 'row', id: row.id }} />
        <TextField
          label="Label under its criterion"
          value={row.label}
          maxLength={20}
          onChange={({ target: { value } }) => change('the label', { label: value })}
        />
        {!frozen && (
          <Select
            label="Criterion"
            value={inside.id}
            options={rubric.criteria
              .filter(isDivided)
              .map(({ id, short }) => ({ value: id, label: `${id} ${short}` }))}
            onChange={(to) => edit(rowInto(rubric, row.id, to), `the criterion of ${row.id}`)}
          />
        )}
      </div>
      <TextField
        label="Title"
        value={row.title}
        invalid={titleFault(row.title)}
        maxLength={200}
        onChange={({ target: { value } }) => change('the title', { title: value })}
      />
      <TextField
        label="Short title"
        hint="Where there is little room: in the list of rows and in tables."
        value={row.short}
        invalid={titleFault(row.short)}
        maxLength={60}
        onChange={({ target: { value } }) => change('the short title', { short: value })}
      />
    </>
  )
}
