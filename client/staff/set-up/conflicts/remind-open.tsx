import { useState } from 'react'
import type { PeoplePage } from '../../../../shared/protocol/people-page.ts'
import { counted } from '../../../room/number-words.ts'
import { Refused } from '../../../room/refused.tsx'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { remind } from '../people/ask-people.ts'

/** Mails all who have not answered for every application. Where no mail goes out, says how many those are. */
export function RemindOpen({ page: { mails, people } }: { readonly page: PeoplePage }) {
  const [pending, setPending] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const owing = people.filter(({ owes }) => owes.includes('certify'))
  if (owing.length === 0) return null
  if (!mails) {
    return (
      <p className="conflicts-note">
        {counted(owing.length, 'person has', 'people have')} not finished. No mail is set up on this server:
        tell them in another way.
      </p>
    )
  }

  async function send(): Promise<void> {
    setPending(true)
    setRefused(null)
    const answer = await remind(
      owing.map(({ person }) => person),
      'certify',
    )
    setPending(false)
    if ('sentence' in answer) {
      setRefused(answer.sentence)
      return
    }
    const words = `Reminded ${counted(answer.done.reminded, 'person', 'people')}.`
    setSaid(words)
    announce(words)
  }

  return (
    <div>
      <Button size="small" icon="envelope" pending={pending} onClick={() => void send()}>
        Remind {counted(owing.length, 'person', 'people')} who {owing.length === 1 ? 'has' : 'have'} not
        finished
      </Button>
      {said !== null && <p className="conflicts-note">{said}</p>}
      <Refused sentence={refused} />
    </div>
  )
}
