import { useState } from 'react'
import type { Places } from '../../shared/application/places.ts'
import type { ReadingDocument } from '../../shared/application/reading.ts'
import { counted } from '../room/number-words.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

interface RemoveDialogProps {
  /** Null while nothing is about to be removed. */
  readonly document: ReadingDocument | null
  readonly places: Places
  readonly onClose: () => void
  /** False where it was refused, which is said at the list. */
  readonly onRemove: (document: ReadingDocument) => Promise<boolean>
}

/** Asks before a document is removed, with what goes away with it. */
export function RemoveDialog({ document, places, onClose, onRemove }: RemoveDialogProps) {
  const [pending, setPending] = useState(false)
  const title = document?.title ?? ''
  const inIt = Object.values(places).filter((place) => place && place.document === document?.id).length

  async function remove(): Promise<void> {
    if (!document) return
    setPending(true)
    const removed = await onRemove(document)
    setPending(false)
    if (removed) announce(`${title} is removed.`)
    onClose()
  }

  return (
    <Dialog
      open={document !== null}
      onClose={onClose}
      grave
      title={`Remove ${title}?`}
      answers={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button kind="removing" pending={pending} onClick={() => void remove()}>
            Remove {title}
          </Button>
        </>
      }
    >
      <p>
        It disappears from the pages of everybody who reads this application at once.{' '}
        {inIt > 0 &&
          `${counted(inIt, 'criterion or priority is', 'criteria and priorities are')} answered in it; where is no longer shown. `}
        What reviewers have highlighted in it, their notes to that and the pages that they cite of it stay
        with them, hidden. All of that comes back when the same file is added again.
      </p>
    </Dialog>
  )
}
