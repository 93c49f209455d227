import { type ListedPerson, owedKinds } from '../../../../shared/protocol/people-page.ts'
import { capitalized, counted } from '../../../room/number-words.ts'
import { Refused } from '../../../room/refused.tsx'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { owedWords } from './people-words.ts'
import type { PeopleActs } from './use-people-acts.ts'

interface ManyActsProps {
  readonly selected: readonly ListedPerson[]
  /** Whether invitations go out by mail. */
  readonly mails: boolean
  readonly acts: PeopleActs
}

/** What can be done with all who are chosen, and what came of the last of it. */
export function ManyActs({ selected, mails, acts }: ManyActsProps) {
  const { pending, refused, said } = acts
  return (
    <div className="people-acts">
      {selected.length === 0 ? (
        <p className="people-acts-hint">
          Choose people in the list to invite, remind or remove them.
          {!mails && ' No mail is set up on this server: invitations are links that you copy.'}
        </p>
      ) : (
        <div className="people-acts-line" role="group" aria-label="With those who are chosen">
          <p className="people-acts-count">{counted(selected.length, 'person', 'people')} chosen</p>
          {mails && (
            <Button
              size="small"
              icon="envelope"
              pending={pending}
              onClick={() => void acts.invite(selected, false)}
            >
              Invite by e-mail
            </Button>
          )}
          <Button size="small" pending={pending} onClick={() => void acts.invite(selected, true)}>
            Make links to copy
          </Button>
          {mails && (
            <Menu
              label="Remind them to"
              choices={owedKinds.map((id) => ({ id, label: capitalized(owedWords[id]) }))}
              onPick={(what) => void acts.remind(selected, what)}
            >
              Remind them to
            </Menu>
          )}
          <Button size="small" kind="removing" onClick={() => acts.ask({ what: 'access', people: selected })}>
            Withdraw access
          </Button>
          <Button size="small" kind="removing" onClick={() => acts.ask({ what: 'person', people: selected })}>
            Remove
          </Button>
        </div>
      )}
      {said !== null && (
        <p className="people-said">
          <Icon name="check" size="small" /> {said}
        </p>
      )}
      {acts.withdrawing === null && <Refused sentence={refused} />}
    </div>
  )
}
