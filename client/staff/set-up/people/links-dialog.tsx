import { useState } from 'react'
import type { InviteAnswer, ListedPerson } from '../../../../shared/protocol/people-page.ts'
import { counted } from '../../../room/number-words.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { calledIn } from './people-words.ts'

interface LinksDialogProps {
  /** Null while there are none. */
  readonly links: InviteAnswer['links'] | null
  readonly people: readonly ListedPerson[]
  readonly onClose: () => void
}

/** Links to hand on: they are shown this once, and stand nowhere. */
export function LinksDialog({ links, people, onClose }: LinksDialogProps) {
  const [copied, setCopied] = useState(false)
  const lines = (links ?? []).map(({ person, link }) => {
    const found = people.find((each) => each.person === person)
    return `${found ? calledIn(found) : person}\t${found?.email ?? ''}\t${link}`
  })
  const text = lines.join('\n')

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      announce('Copied.')
    } catch {
      // A page that may not write there: its reader selects the text.
      announce('They could not be copied. Select them and copy them.')
    }
  }

  return (
    <Dialog
      open={links !== null}
      wide
      grave
      onClose={onClose}
      title={`${counted(lines.length, 'link')} to hand on`}
      answers={
        <>
          <Button onClick={onClose}>Done</Button>
          <Button kind="primary" onClick={() => void copy()}>
            {copied ? 'Copied' : 'Copy all'}
          </Button>
        </>
      }
    >
      <p>
        Each opens one session for one person and is good for fourteen days. They are shown this once; whoever
        had a link before finds it void.
      </p>
      <textarea
        className="field-entry people-links"
        aria-label="Links"
        readOnly
        rows={Math.min(12, lines.length + 1)}
        value={text}
      />
    </Dialog>
  )
}
