import { type ReactNode, useRef, useState } from 'react'
import type { Command } from '../../shared/competition/command.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { Refused } from '../room/refused.tsx'
import { useCommand } from '../room/use-command.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/text-area.tsx'

export interface ReasonDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  /** The safe answer. */
  readonly keep: string
  /** The answer that does it. */
  readonly answer: string
  readonly removing?: boolean | undefined
  readonly command: (reason: string) => Command
  /** Said once it is done. */
  readonly done: string
  /** What follows from it. */
  readonly children: ReactNode
}

/** A decision that staff give a written reason for. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { open, onClose, title, keep, answer, removing = false, command, done, children } = props
  const area = useRef<HTMLTextAreaElement>(null)
  const [empty, setEmpty] = useState(false)
  const { pending, refused, run } = useCommand()

  async function decide(): Promise<void> {
    const reason = area.current?.value.trim() ?? ''
    setEmpty(reason === '')
    if (reason === '') {
      area.current?.focus()
      return
    }
    if (!(await run(command(reason)))) return
    announce(done)
    onClose()
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      grave
      title={title}
      answers={
        <>
          <Button onClick={onClose}>{keep}</Button>
          <Button kind={removing ? 'removing' : 'plain'} pending={pending} onClick={() => void decide()}>
            {answer}
          </Button>
        </>
      }
    >
      {children}
      <TextArea
        ref={area}
        label="Your reason, for the record"
        most={limits.reasonLength}
        rows={3}
        invalid={empty ? reasonMissing : undefined}
        onInput={() => setEmpty(false)}
      />
      <Refused sentence={refused} />
    </Dialog>
  )
}

/** What stands at the field where no reason is given. */
export const reasonMissing = 'Write a reason. It stays in the record with your decision.'
