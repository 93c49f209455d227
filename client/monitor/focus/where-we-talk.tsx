import { useState } from 'react'
import { limits } from '../../../shared/protocol/limits.ts'
import { whereWords } from '../../room/discussion/discussion-words.ts'
import type { OpenRoom } from '../../room/open-room.tsx'
import { Refused } from '../../room/refused.tsx'
import { useCommand } from '../../room/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { TextField } from '../../ui/text-field.tsx'

type How = 'room' | 'phone' | 'link'

const ways: readonly { readonly value: How; readonly label: string; readonly words: string }[] = [
  { value: 'room', label: 'In a room', words: 'Which room' },
  { value: 'phone', label: 'By phone', words: 'The number, and how to get in' },
  { value: 'link', label: 'By a link', words: 'The link, beginning with https://' },
]

/** Where the panel talks, as all of it reads it, and how to say another place. */
export function WhereWeTalk({ room: { review } }: { room: OpenRoom }) {
  const where = review.discussion?.where ?? null
  const [asking, setAsking] = useState(false)
  const words = where && whereWords(where)
  return (
    <section className="live-controls-part" aria-labelledby="live-where">
      <h2 className="t-subheading" id="live-where">
        Where we talk
      </h2>
      <p className="live-controls-where">
        {words ? (
          <>
            <Icon name={words.icon} size="small" /> <span>{words.href ?? words.sentence}</span>
          </>
        ) : (
          <span className="second">Not said yet.</span>
        )}
      </p>
      {!review.closed && (
        <div>
          <Button size="small" onClick={() => setAsking(true)}>
            {where ? 'Change it' : 'Say where'}
          </Button>
        </div>
      )}
      {asking && <WhereDialog review={review} onClose={() => setAsking(false)} />}
    </section>
  )
}

function WhereDialog({ review, onClose }: { review: OpenRoom['review']; onClose: () => void }) {
  const before = review.discussion?.where ?? null
  const [how, setHow] = useState<How>(before?.how ?? 'room')
  const [words, setWords] = useState(before?.words ?? '')
  const { pending, refused, run } = useCommand()

  async function say(): Promise<void> {
    if (await run({ kind: 'where.set', review: review.id, how, words: words.trim() })) onClose()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="Where does the panel talk?"
      answers={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button kind="primary" pending={pending} onClick={() => void say()}>
            Tell the panel
          </Button>
        </>
      }
    >
      <Choice label="How" value={how} options={ways} onChange={setHow} />
      <TextField
        label={ways.find(({ value }) => value === how)?.words ?? ''}
        value={words}
        maxLength={limits.whereLength}
        onChange={(event) => setWords(event.target.value)}
      />
      <Refused sentence={refused} />
    </Dialog>
  )
}
