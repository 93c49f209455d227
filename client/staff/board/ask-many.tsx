import { useState } from 'react'
import { owedKinds, type Owed, type PeoplePage } from '../../../shared/protocol/people-page.ts'
import { send } from '../../live/connection.ts'
import { useHeld } from '../../pause/use-held.ts'
import { counted } from '../../room/number-words.ts'
import { Refused } from '../../room/refused.tsx'
import { announce } from '../../ui/announce.tsx'
import { Button } from '../../ui/button.tsx'
import { remind } from '../set-up/people/ask-people.ts'
import { owedWords } from '../set-up/people/people-words.ts'
import { askSeats, waitedForOn } from './ask-seats.ts'
import type { BoardEntry } from './filters.ts'
import './ask-many.css'

interface AskManyProps {
  /** The lines that are shown now. */
  readonly shown: readonly BoardEntry[]
  readonly chosen: readonly BoardEntry[]
  /** Null while it is read, and in a rehearsal. */
  readonly directory: PeoplePage | null
  readonly onChoose: (reviews: readonly string[]) => void
  readonly onEnd: () => void
}

/** Asks the seats of many applications how far they are, or reminds them by e-mail: of chosen lines, of all, or of those who are behind. */
export function AskMany({ shown, chosen, directory, onChoose, onEnd }: AskManyProps) {
  const [done, setDone] = useState<number | null>(null)
  const [pending, setPending] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const held = useHeld()
  const seats = waitedForOn(chosen)
  const behind = shown.filter((entry) => entry.behind > 0)

  function tell(sentence: string, no: string | null): void {
    setSaid(sentence)
    setRefused(no)
    announce(sentence)
  }

  async function ask(): Promise<void> {
    setPending(true)
    setSaid(null)
    setRefused(null)
    setDone(0)
    const { asked, refused: no } = await askSeats(seats, {
      send,
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      told: setDone,
    })
    setPending(false)
    setDone(null)
    tell(`Asked ${counted(asked, 'seat')} how far they are.`, no)
  }

  async function mail(what: Owed): Promise<void> {
    setPending(true)
    setSaid(null)
    const people = [...new Set(membersOf(chosen))]
    const answer = await remind(people, what)
    setPending(false)
    if ('sentence' in answer) return setRefused(answer.sentence)
    const { reminded } = answer.done
    const words = owedWords[what]
    tell(
      reminded === 0
        ? `Nobody of them has to ${words}.`
        : `Reminded ${counted(reminded, 'person', 'people')} by e-mail to ${words}.`,
      null,
    )
  }

  return (
    <section className="ask-many" aria-label="Ask many">
      <div className="ask-many-choose">
        <strong>{counted(chosen.length, 'application')} chosen</strong>
        <Button kind="quiet" size="small" onClick={() => onChoose(shown.map(({ review }) => review.id))}>
          All shown
        </Button>
        <Button kind="quiet" size="small" onClick={() => onChoose(behind.map(({ review }) => review.id))}>
          Everybody who is behind ({behind.reduce((sum, each) => sum + each.behind, 0)})
        </Button>
        <Button kind="quiet" size="small" onClick={() => onChoose([])}>
          None
        </Button>
      </div>
      <div className="ask-many-do">
        <Button size="small" pending={pending || held || seats.length === 0} onClick={() => void ask()}>
          Ask {counted(seats.length, 'seat')} how far they are
        </Button>
        {directory?.mails &&
          owedKinds.map((what) => (
            <Button
              key={what}
              size="small"
              icon="envelope"
              pending={pending || chosen.length === 0}
              onClick={() => void mail(what)}
            >
              Remind to {owedWords[what]}
            </Button>
          ))}
        <Button kind="quiet" size="small" onClick={onEnd}>
          Done
        </Button>
        <p className="ask-many-said">
          {done !== null ? `${done} of ${seats.length} asked` : said}
          {directory &&
            !directory.mails &&
            done === null &&
            said === null &&
            'No mail is set up on this server.'}
        </p>
      </div>
      <Refused sentence={refused} />
    </section>
  )
}

/** Everybody who sits on these applications; the server mails to those of them who owe what they are reminded of. */
function membersOf(entries: readonly BoardEntry[]): readonly string[] {
  return entries.flatMap(({ review }) =>
    (review.progress ?? [])
      .filter(
        ({ conflict, excused, replacedBy }) => conflict !== 'recused' && !excused && replacedBy === null,
      )
      .map(({ person }) => person),
  )
}
