import { type FormEvent, useId, useState } from 'react'
import type { Role } from '../../../../shared/competition/setup.ts'
import type { ListedPerson } from '../../../../shared/protocol/people-page.ts'
import { Refused } from '../../../room/refused.tsx'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { type RowFaults, saveRow } from '../tables/send-table.ts'
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
  const form = useId()
  const [pending, setPending] = useState(false)
  const [faults, setFaults] = useState<RowFaults>({})
  const title = person ? `Change ${calledIn(person)}` : 'Add a person'

  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const typed = (name: string): string => {
      const value = fields.get(name)
      return typeof value === 'string' ? value : ''
    }
    setPending(true)
    setFaults({})
    const row = {
      ...(person ? { Id: person.person } : {}),
      Role: typed('role'),
      Label: typed('label'),
      Name: typed('name'),
      'E-mail': typed('email'),
      Organization: typed('organization'),
      'Home State': typed('home'),
    }
    const refused = await saveRow('people', row, { isNew: person === null })
    setPending(false)
    if (refused) return setFaults(refused)
    announce(person ? `${typed('name')} is changed.` : `${typed('name')} is added.`)
    onSaved()
    onClose()
  }

  function leave(): void {
    setFaults({})
    onClose()
  }

  return (
    <Dialog
      open={editing !== null}
      wide
      onClose={leave}
      title={title}
      answers={
        <>
          <Button onClick={leave}>Cancel</Button>
          <Button kind="primary" type="submit" form={form} pending={pending}>
            {person ? 'Save' : 'Add'}
          </Button>
        </>
      }
    >
      <form id={form} className="set-up-form" onSubmit={(event) => void save(event)} noValidate>
        <TextField
          label="Name"
          name="name"
          autoComplete="off"
          defaultValue={person?.name ?? ''}
          invalid={faults['Name']}
        />
        <TextField
          label="E-mail"
          name="email"
          type="email"
          autoComplete="off"
          hint={
            person?.email
              ? 'Each person has one of their own. If it changes they sign in anew: their links are void, and you invite them again.'
              : 'Where the invitation goes. Each person has one of their own.'
          }
          defaultValue={person?.email ?? ''}
          invalid={faults['E-mail']}
        />
        <RoleField first={person?.role ?? 'reviewer'} invalid={faults['Role']} />
        <TextField
          label="Label"
          name="label"
          autoComplete="off"
          hint={person ? 'What pages call them.' : 'What pages call them. Left empty: the next number.'}
          defaultValue={person?.label ?? ''}
          invalid={faults['Label']}
        />
        <TextField
          label="Organization"
          name="organization"
          autoComplete="off"
          defaultValue={person?.organization ?? ''}
          invalid={faults['Organization']}
        />
        <TextField
          label="Home State"
          name="home"
          autoComplete="off"
          hint="Nobody reads an application from their own."
          defaultValue={person?.home ?? ''}
          invalid={faults['Home State']}
        />
        <p data-whole className="third">
          Names and addresses are seen by program staff alone and can be erased; the record knows the label.
        </p>
      </form>
      <Refused sentence={faults[''] ?? faults['Id'] ?? null} />
    </Dialog>
  )
}

function RoleField({ first, invalid }: { readonly first: Role; readonly invalid: string | undefined }) {
  const [role, setRole] = useState<Role>(first)
  return (
    <Select
      label="Role"
      name="role"
      value={role}
      options={(Object.keys(roleWords) as Role[]).map((value) => ({ value, label: roleWords[value] }))}
      onChange={setRole}
      invalid={invalid}
    />
  )
}
