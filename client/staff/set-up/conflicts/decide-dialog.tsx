import { Refused } from '../../../room/refused.tsx'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ReasonField, useReason } from '../../reason-field.tsx'
import { calledIn } from '../people/people-words.ts'
import { useSetUpCommand } from '../use-set-up.ts'
import type { Standing } from './standings.ts'

/** What staff are about to decide of somebody's answer. */
export interface Deciding {
  readonly standing: Standing
  readonly outcome: 'cleared' | 'recused'
}

interface DecideDialogProps {
  readonly deciding: Deciding | null
  readonly onClose: () => void
}

/** Decides on "not sure", or undoes a recusal, with a reason for the record. */
export function DecideDialog({ deciding, onClose }: DecideDialogProps) {
  if (!deciding) return null
  return <Decision key={keyOf(deciding)} deciding={deciding} onClose={onClose} />
}

function Decision({ deciding: { standing, outcome }, onClose }: { deciding: Deciding; onClose: () => void }) {
  const { person, application, status, reason: asked } = standing
  const written = useReason()
  const { pending, refused, run } = useSetUpCommand()
  const name = calledIn(person)
  const { applicant } = application
  const undoes = status === 'recused'
  const sits = person.role === 'reviewer' || person.role === 'monitor'

  async function decide(): Promise<void> {
    const reason = written.take()
    if (reason === null) return
    const done = await run({
      kind: 'declaration.decide',
      application: application.id,
      person: person.person,
      outcome,
      reason,
    })
    if (!done) return
    announce(
      outcome === 'cleared'
        ? `${name} is cleared for ${applicant}.`
        : `${name} is recused from ${applicant}.`,
    )
    onClose()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      grave
      title={
        undoes
          ? `Undo the recusal of ${name} from ${applicant}?`
          : outcome === 'cleared'
            ? `Clear ${name} for ${applicant}?`
            : `Recuse ${name} from ${applicant}?`
      }
      answers={
        <>
          <Button onClick={onClose}>{undoes ? 'Leave it' : 'Not yet'}</Button>
          <Button
            kind={outcome === 'recused' ? 'removing' : 'plain'}
            pending={pending}
            onClick={() => void decide()}
          >
            {undoes ? 'Undo the recusal' : outcome === 'cleared' ? 'Clear' : 'Recuse'}
          </Button>
        </>
      }
    >
      {asked !== null && <blockquote className="conflicts-reason">{asked}</blockquote>}
      <p>
        {outcome === 'cleared'
          ? sits
            ? `${name} can then be on a panel that reads ${applicant}, unless they are from the same State or organization.`
            : `${name} can then see what there is of ${applicant}, and decide about it.`
          : `${name} ${sits ? 'can be on no panel that reads' : 'decides nothing about'} ${applicant}, and sees nothing of it. You can undo this until it is open to a panel.`}
      </p>
      <ReasonField reason={written} />
      <Refused sentence={refused} />
    </Dialog>
  )
}

function keyOf({ standing: { person, application }, outcome }: Deciding): string {
  return `${person.person} ${application.id} ${outcome}`
}
