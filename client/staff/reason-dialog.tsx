import type { ReactNode } from 'react'
import type { Command } from '../../shared/competition/command.ts'
import { Refused } from '../room/refused.tsx'
import { useCommand } from '../room/use-command.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ReasonField, useReason } from './reason-field.tsx'

export interface ReasonDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  /** The safe answer. */
  readonly keep: string
  /** The answer that does it. */
  readonly answer: string
  readonly removing?: boolean | undefined
  /** Whether another field still lacks something; it then says so, and has the focus. */
  readonly lacks?: (() => boolean) | undefined
  readonly command: (reason: string) => Command
  /** Said once it is done. */
  readonly done: string
  /** What follows from it. */
  readonly children: ReactNode
}

/** A decision that a written reason is given for. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { open, onClose, title, keep, answer, removing = false, lacks, command, done, children } = props
  const written = useReason()
  const { pending, refused, run } = useCommand()

  async function decide(): Promise<void> {
    if (lacks?.()) return
    const reason = written.take()
    if (reason === null) return
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
      <ReasonField reason={written} />
      <Refused sentence={refused} />
    </Dialog>
  )
}
