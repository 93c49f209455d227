import { useState } from 'react'
import type { Role } from '../../../../shared/competition/setup.ts'
import type { ListedPerson } from '../../../../shared/protocol/people-page.ts'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { type ColumnField, RowDialog } from '../tables/row-dialog.tsx'
import { calledIn, roleWords } from './people-words.ts'

interface PersonDialogProps {
  /** Who is changed, or somebody new; null while nobody is. */
  readonly editing: ListedPerson | 'new' | null
  readonly onClose: () => void
  readonly onSaved: () => void
}

/** Adds a person, or changes one: a row of the table of people, with the same checks. */
export function PersonDialog({ editing, onClose, onSaved }: PersonDialogProps) {
  const person = editing === 'new' ? null : editing
  return (
    <RowDialog
      table="people"
      open={editing !== null}
      title={person ? `Change ${calledIn(person)}` : 'Add a person'}
      id={person?.person ?? null}
      calledBy="Name"
      onClose={onClose}
      onSaved={onSaved}
    >
      {(field) => (
        <>
          <TextField {...field('Name')} defaultValue={person?.name ?? ''} />
          <TextField
            {...field('E-mail')}
            type="email"
            hint={
              person?.email
                ? 'Each person has one of their own. If it changes they sign in anew: their links are void, and you invite them again.'
                : 'Where the invitation goes. Each person has one of their own.'
            }
            defaultValue={person?.email ?? ''}
          />
          <RoleField first={person?.role ?? 'reviewer'} field={field} />
          <TextField
            {...field('Label')}
            hint={person ? 'What pages call them.' : 'What pages call them. Left empty: the next number.'}
            defaultValue={person?.label ?? ''}
          />
          <TextField {...field('Organization')} defaultValue={person?.organization ?? ''} />
          <TextField
            {...field('Home State')}
            hint="Nobody reads an application from their own."
            defaultValue={person?.home ?? ''}
          />
          <p data-whole className="third">
            Names and addresses are seen by program staff alone and can be erased; the record knows the label.
          </p>
        </>
      )}
    </RowDialog>
  )
}

function RoleField({ first, field }: { readonly first: Role; readonly field: ColumnField }) {
  const [role, setRole] = useState<Role>(first)
  return (
    <Select
      {...field('Role')}
      value={role}
      options={(Object.keys(roleWords) as Role[]).map((value) => ({ value, label: roleWords[value] }))}
      onChange={setRole}
    />
  )
}
