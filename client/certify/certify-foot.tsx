import { useState } from 'react'
import type { CertifyPage } from '../../shared/competition/certify-page.ts'
import { counted } from '../room/number-words.ts'
import { Refused } from '../room/refused.tsx'
import { type SentSetUp, useSetUpCommand } from '../staff/set-up/use-set-up.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { type Marks, questionsWithout, toDeclare } from './marks.ts'

interface CertifyFootProps {
  readonly page: CertifyPage
  readonly marks: Marks
  /** Names the questions that do not say what they are about. */
  readonly onLacking: (applications: readonly string[]) => void
}

/** The tick that certifies what is not marked, and the one submit. It stays in view. */
export function CertifyFoot({ page, marks, onLacking }: CertifyFootProps) {
  const [rest, setRest] = useState(false)
  const [asking, setAsking] = useState(false)
  const sent = useSetUpCommand()
  const answers = toDeclare(page, marks, rest)
  const recusing = answers.filter(({ answer }) => answer === 'recused').map(({ application }) => application)
  const unmarked = page.applications.filter(
    ({ id, status }) => status === 'open' && marks.of(id) === null,
  ).length

  async function send(): Promise<void> {
    const done = await sent.run({ kind: 'conflict.declare', answers: [...answers] })
    if (!done) return
    setAsking(false)
    setRest(false)
    marks.clear()
    announce(`Sent: ${inWords(answers)}.`)
  }

  function press(): void {
    const lacking = questionsWithout(answers)
    if (lacking.length > 0) onLacking(lacking)
    else if (recusing.length > 0) setAsking(true)
    else void send()
  }

  return (
    <div className="certify-foot">
      {unmarked > 0 && (
        <Checkbox checked={rest} onChange={setRest} hint={`${counted(unmarked, 'application')} not marked`}>
          I have no conflict with any that I have not marked
        </Checkbox>
      )}
      <div className="certify-send">
        {answers.length === 0 ? (
          <Button kind="cannotYet">Send: tick the sentence, or mark an application</Button>
        ) : (
          <Button kind="primary" pending={sent.pending} onClick={press}>
            Send: {inWords(answers)}
          </Button>
        )}
      </div>
      {!asking && <Refused sentence={sent.refused} />}
      <RecusingDialog
        names={page.applications.filter(({ id }) => recusing.includes(id)).map(({ applicant }) => applicant)}
        open={asking}
        sent={sent}
        onClose={() => setAsking(false)}
        onRecuse={() => void send()}
      />
    </div>
  )
}

interface RecusingDialogProps {
  readonly names: readonly string[]
  readonly open: boolean
  readonly sent: SentSetUp
  readonly onClose: () => void
  readonly onRecuse: () => void
}

/** A recusal cannot be taken back by whoever gives it: asked once, for all of them. */
function RecusingDialog({ names, open, sent, onClose, onRecuse }: RecusingDialogProps) {
  const whom = names.length === 1 ? (names[0] ?? '') : counted(names.length, 'application')
  return (
    <Dialog
      open={open}
      onClose={onClose}
      grave
      title={`Recuse yourself from ${whom}?`}
      answers={
        <>
          <Button onClick={onClose}>Go back</Button>
          <Button kind="removing" pending={sent.pending} onClick={onRecuse}>
            Recuse, and send all
          </Button>
        </>
      }
    >
      {names.length > 1 && <p>{names.join(', ')}.</p>}
      <p>Only staff can undo this. Your other answers are sent with it.</p>
      <Refused sentence={sent.refused} />
    </Dialog>
  )
}

function inWords(answers: ReturnType<typeof toDeclare>): string {
  const given = (answer: 'certified' | 'recused' | 'unsure') =>
    answers.filter((each) => each.answer === answer).length
  const parts = [
    given('certified') > 0 && `certify ${given('certified')}`,
    given('recused') > 0 && `recuse from ${given('recused')}`,
    given('unsure') > 0 && `ask staff about ${given('unsure')}`,
  ]
  return parts.filter((part) => part !== false).join(', ')
}
