import type { ListedPerson } from '../../../../shared/protocol/people-page.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Menu, type MenuChoice } from '../../../ui/menu.tsx'
import { calledIn, invitationWords, owedWords, roleWords } from './people-words.ts'
import type { PeopleActs } from './use-people-acts.ts'

interface PersonRowProps {
  readonly person: ListedPerson
  readonly mails: boolean
  readonly chosen: boolean
  readonly onChoose: (chosen: boolean) => void
  readonly onEdit: () => void
  readonly acts: PeopleActs
}

type Act = 'edit' | 'invite' | 'copy' | 'access' | 'person' | `remind ${ListedPerson['owes'][number]}`

/** One person, with all that can be done with them. */
export function PersonRow({ person, mails, chosen, onChoose, onEdit, acts }: PersonRowProps) {
  const { role, label, name, email, organization, home, invitation, owes } = person
  const called = calledIn(person)
  const { status, more, warns } = invitationWords(person)
  const invited = invitation.is !== 'none' && invitation.is !== 'revoked'
  const choices: readonly MenuChoice<Act>[] = [
    { id: 'edit', label: 'Change …' },
    ...(mails && email !== null
      ? [{ id: 'invite' as const, label: invited ? 'Invite again by e-mail' : 'Invite by e-mail' }]
      : []),
    { id: 'copy', label: invited ? 'Make a new link to copy' : 'Make a link to copy' },
    ...(mails && email !== null
      ? owes.map((owed) => ({ id: `remind ${owed}` as const, label: `Remind to ${owedWords[owed]}` }))
      : []),
    ...(invited ? [{ id: 'access' as const, label: 'Withdraw access …' }] : []),
    { id: 'person', label: 'Remove …' },
  ]

  function pick(act: Act): void {
    if (act === 'edit') onEdit()
    else if (act === 'invite' || act === 'copy') void acts.invite([person], act === 'copy')
    else if (act === 'access' || act === 'person') acts.ask({ what: act, people: [person] })
    else for (const owed of owes) if (act === `remind ${owed}`) void acts.remind([person], owed)
  }

  return (
    <tr className="people-row" data-chosen={chosen || undefined}>
      <td>
        <Checkbox small checked={chosen} onChange={onChoose}>
          <span className="visually-hidden">{called}</span>
        </Checkbox>
      </td>
      <th scope="row">
        {name ?? <span className="third">No name yet</span>}
        <span className="people-label">{label}</span>
      </th>
      <td>{roleWords[role]}</td>
      <Optional value={email} />
      <Optional value={organization} />
      <Optional value={home} />
      <td>
        <span className="people-status" data-warns={warns || undefined}>
          {warns && <Icon name="warning" size="small" />}
          {status}
        </span>
        {more !== null && <span className="people-more">{more}</span>}
      </td>
      <td className="people-menu">
        <Menu label={`What to do with ${called}`} look="sign" choices={choices} onPick={pick}>
          <Icon name="chevron-down" size="small" />
        </Menu>
      </td>
    </tr>
  )
}

function Optional({ value }: { readonly value: string | null }) {
  return <td data-empty={value === null || undefined}>{value ?? '–'}</td>
}
