import { useState } from 'react'
import type { ListedPerson, PeoplePage } from '../../../../shared/protocol/people-page.ts'
import { counted } from '../../../room/number-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Select } from '../../../ui/select.tsx'
import { LinksDialog } from './links-dialog.tsx'
import { ManyActs } from './many-acts.tsx'
import { filters, type Filter, isShown } from './people-words.ts'
import { PersonDialog } from './person-dialog.tsx'
import { PersonRow } from './person-row.tsx'
import { usePeopleActs } from './use-people-acts.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'
import './people.css'

interface PeopleListProps {
  readonly page: PeoplePage
  /** Something has changed that the set-up does not tell. */
  readonly onChanged: () => void
}

/** Everybody with how their invitation stands; one or many can be invited, reminded, changed and removed. */
export function PeopleList({ page, onChanged }: PeopleListProps) {
  const { people, mails } = page
  const [filter, setFilter] = useState<Filter>('all')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [editing, setEditing] = useState<ListedPerson | 'new' | null>(null)
  const acts = usePeopleActs({ people, mails, onChanged })
  const shown = people.filter((person) => isShown(person, filter))
  const selected = shown.filter(({ person }) => chosen.has(person))

  function choose(ids: readonly string[], isChosen: boolean): void {
    setChosen((before) => {
      const after = new Set(before)
      for (const id of ids)
        if (isChosen) after.add(id)
        else after.delete(id)
      return after
    })
  }

  return (
    <>
      <div className="set-up-tools">
        <Button kind="primary" icon="plus" onClick={() => setEditing('new')}>
          Add a person
        </Button>
        <Select
          label="Shown"
          value={filter}
          options={(Object.keys(filters) as Filter[]).map((value) => ({ value, label: filters[value] }))}
          onChange={setFilter}
        />
        <p className="people-count">
          {shown.length === people.length
            ? counted(people.length, 'person', 'people')
            : `${shown.length} of ${counted(people.length, 'person', 'people')}`}
        </p>
      </div>
      <ManyActs selected={selected} mails={mails} acts={acts} />
      <table className="set-up-table people-table">
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                small
                checked={shown.length > 0 && selected.length === shown.length}
                onChange={(all) =>
                  choose(
                    shown.map(({ person }) => person),
                    all,
                  )
                }
              >
                <span className="people-all">All that are shown</span>
              </Checkbox>
            </th>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col">E-mail</th>
            <th scope="col">Organization</th>
            <th scope="col">Home State</th>
            <th scope="col">Invitation</th>
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((person) => (
            <PersonRow
              key={person.person}
              person={person}
              mails={mails}
              chosen={chosen.has(person.person)}
              onChoose={(isChosen) => choose([person.person], isChosen)}
              onEdit={() => setEditing(person)}
              acts={acts}
            />
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p className="third">Nobody is in this list.</p>}
      <PersonDialog editing={editing} onClose={() => setEditing(null)} onSaved={onChanged} />
      <LinksDialog links={acts.links} people={people} onClose={acts.closeLinks} />
      <WithdrawDialog acts={acts} />
    </>
  )
}
