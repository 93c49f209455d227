import { counted } from '../../../room/number-words.ts'
import { Refused } from '../../../room/refused.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { calledIn } from './people-words.ts'
import type { PeopleActs } from './use-people-acts.ts'

/** Asks before access is withdrawn, or somebody is removed, with what goes away with that. */
export function WithdrawDialog({ acts }: { readonly acts: PeopleActs }) {
  const { withdrawing, pending, refused, ask, withdraw } = acts
  const people = withdrawing?.people ?? []
  const [first, ...others] = people
  const whom = first && others.length === 0 ? calledIn(first) : counted(people.length, 'person', 'people')
  const removes = withdrawing?.what === 'person'
  return (
    <Dialog
      open={withdrawing !== null}
      grave
      onClose={() => ask(null)}
      title={removes ? `Remove ${whom}?` : `Withdraw the access of ${whom}?`}
      answers={
        <>
          <Button onClick={() => ask(null)}>{others.length === 0 ? 'Leave them' : 'Leave them all'}</Button>
          <Button kind="removing" pending={pending} onClick={() => void withdraw()}>
            {removes ? `Remove ${whom}` : 'Withdraw access'}
          </Button>
        </>
      }
    >
      <p>
        {removes
          ? 'Their access ends, and names and addresses are erased. What they decided stays on record under their label.'
          : 'They are signed out at once wherever they are, and their links are void. Invite them again to let them back in; what they wrote stays.'}
      </p>
      <Refused sentence={refused} />
    </Dialog>
  )
}
