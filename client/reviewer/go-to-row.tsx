import { type FormEvent, useRef, useState } from 'react'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { rowNamed, waysToWrite } from './row-named.ts'

interface GoToRowProps {
  readonly rubric: Rubric
  readonly open: boolean
  readonly onClose: () => void
  readonly onGo: (item: string) => void
}

/** A field into which one types a row, however one writes it. */
export function GoToRow({ rubric, open, onClose, onGo }: GoToRowProps) {
  const [fault, setFault] = useState<string | null>(null)
  const field = useRef<HTMLFormElement>(null)

  function close(): void {
    setFault(null)
    onClose()
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get('row')
    const named = rowNamed(rubric, typeof typed === 'string' ? typed : '')
    if ('sentence' in named) {
      setFault(named.sentence)
      field.current?.querySelector('input')?.select()
      return
    }
    close()
    onGo(named.item)
  }

  return (
    <Dialog
      open={open}
      onClose={close}
      title="Go to row"
      answers={
        <>
          <Button onClick={close}>Stay here</Button>
          <Button type="submit" form="go-to-row" kind="primary">
            Go
          </Button>
        </>
      }
    >
      <form id="go-to-row" ref={field} onSubmit={submit}>
        <TextField
          // It was opened to be typed into.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          name="row"
          label="Row"
          hint={`However you write it: ${waysToWrite(rubric).join(', ')}.`}
          autoComplete="off"
          spellCheck={false}
          invalid={fault ?? undefined}
          onInput={() => setFault(null)}
        />
      </form>
    </Dialog>
  )
}
