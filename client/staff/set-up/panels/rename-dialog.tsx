import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'

interface RenameDialogProps {
  readonly title: string
  /** What other panels are called. */
  readonly others: readonly string[]
  readonly onName: (title: string) => void
  readonly onClose: () => void
}

/** Another title for a panel: 1 to 80 characters, and not that of another. */
export function RenameDialog({ title, others, onName, onClose }: RenameDialogProps) {
  const [typed, setTyped] = useState(title)
  const [asked, setAsked] = useState(false)
  const name = typed.trim()
  const fault =
    name === '' ? 'A panel has a title.' : others.includes(name) ? 'Another panel is called that.' : undefined
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Rename ${title}`}
      answers={
        <>
          <Button onClick={onClose}>Keep {title}</Button>
          <Button kind="primary" type="submit" form="panels-rename">
            Rename
          </Button>
        </>
      }
    >
      <form
        id="panels-rename"
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(true)
          if (fault === undefined) onName(name)
        }}
      >
        <TextField
          label="Title"
          value={typed}
          maxLength={80}
          invalid={asked ? fault : undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
