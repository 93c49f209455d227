import { changeArea } from '../../../../shared/rubric/edit/changed.ts'
import { titleFault } from '../../../../shared/rubric/edit/untitled.ts'
import type { Area } from '../../../../shared/rubric/rubric.ts'
import { TextField } from '../../../ui/text-field.tsx'
import type { Editing } from './editing.ts'
import { IdField } from './id-field.tsx'

/** An area: a letter and a title under which criteria stand together. */
export function AreaFields({ editing, area }: { readonly editing: Editing; readonly area: Area }) {
  const { rubric, edit } = editing
  return (
    <div className="rubric-fields">
      <IdField editing={editing} place={{ of: 'area', id: area.id }} />
      <TextField
        label="Title"
        value={area.title}
        invalid={titleFault(area.title)}
        maxLength={200}
        onChange={({ target: { value } }) =>
          edit(changeArea(rubric, area.id, { title: value }), `the title of area ${area.id}`)
        }
      />
    </div>
  )
}
