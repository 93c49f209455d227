import { bandBorders, bandOrder, bandsEndingAt, evenBands } from '../../../../shared/rubric/edit/row-bands.ts'
import type { BandName, Bands, Row, Rubric } from '../../../../shared/rubric/rubric.ts'
import { shownEnd } from '../../../../shared/rubric/told-points.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { PointsField } from './points-field.tsx'

interface BandsFieldsProps {
  readonly rubric: Rubric
  readonly row: Row
  readonly onChange: (bands: Bands | null) => void
}

export const bandTitles: Readonly<Record<BandName, string>> = { low: 'Low', medium: 'Medium', high: 'High' }

/** Three bands over the row's range: two borders between them, since together they always cover all of it. */
export function BandsFields({ rubric, row, onChange }: BandsFieldsProps) {
  const { bands } = row
  const even = evenBands(rubric, row)
  const borders = bands ? bandBorders(rubric, row, bands) : []
  return (
    <fieldset className="rubric-fields-group">
      <legend className="field-label">Bands</legend>
      <Checkbox
        checked={bands !== null}
        disabled={bands === null && even === null}
        hint="A guide on the scale, never a limit."
        onChange={(has) => onChange(has ? even : null)}
      >
        Low, medium and high are printed for it
      </Checkbox>
      {bands && (
        <>
          <div className="rubric-fields-line">
            {borders.map(({ name, ends, fault }) => (
              <PointsField
                key={name}
                label={`${bandTitles[name]} ends at`}
                rubric={rubric}
                units={ends}
                fault={fault}
                onChange={(units) =>
                  units !== null && onChange(bandsEndingAt(rubric, row, bands, name, units))
                }
              />
            ))}
          </div>
          {borders.every(({ fault }) => fault === null) && (
            <p className="rubric-fields-said">
              {bandOrder(rubric)
                .map(
                  (name) =>
                    `${bandTitles[name]} ${shownEnd(rubric, bands[name][0])} to ${shownEnd(rubric, bands[name][1])}`,
                )
                .join(' · ')}
            </p>
          )}
          {even && (
            <p>
              <Button kind="quiet" size="small" onClick={() => onChange(even)}>
                Spread them evenly
              </Button>
            </p>
          )}
        </>
      )}
    </fieldset>
  )
}
