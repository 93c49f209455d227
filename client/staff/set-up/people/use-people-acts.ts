import { useState } from 'react'
import type { InviteAnswer, ListedPerson, Owed } from '../../../../shared/protocol/people-page.ts'
import { counted } from '../../../room/number-words.ts'
import { announce } from '../../../ui/announce.tsx'
import { sendSetUp } from '../use-set-up.ts'
import { type Asked, invite, remind, revoke } from './ask-people.ts'
import { calledIn, owedWords } from './people-words.ts'

type Links = InviteAnswer['links']

/** What staff are about to do that takes something away. */
export interface Withdrawing {
  readonly what: 'access' | 'person'
  readonly people: readonly ListedPerson[]
}

/** What can be done with one or many people. */
export interface PeopleActs {
  readonly pending: boolean
  /** Why the last one changed nothing. */
  readonly refused: string | null
  /** What the last one did. */
  readonly said: string | null
  readonly invite: (people: readonly ListedPerson[], copy: boolean) => Promise<void>
  readonly remind: (people: readonly ListedPerson[], what: Owed) => Promise<void>
  /** Asks first; `withdraw` does it. */
  readonly ask: (withdrawing: Withdrawing | null) => void
  readonly withdrawing: Withdrawing | null
  readonly withdraw: () => Promise<void>
  /** Links to be copied; they are shown this once. */
  readonly links: Links | null
  readonly closeLinks: () => void
}

interface Acting {
  readonly people: readonly ListedPerson[]
  readonly mails: boolean
  readonly onChanged: () => void
}

export function usePeopleActs({ onChanged }: Acting): PeopleActs {
  const [pending, setPending] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const [links, setLinks] = useState<Links | null>(null)
  const [withdrawing, setWithdrawing] = useState<Withdrawing | null>(null)

  async function run<T>(asking: () => Promise<Asked<T>>, saying: (done: T) => string): Promise<T | null> {
    setPending(true)
    setRefused(null)
    setSaid(null)
    const answer = await asking()
    setPending(false)
    if ('sentence' in answer) {
      setRefused(answer.sentence)
      return null
    }
    const words = saying(answer.done)
    setSaid(words)
    announce(words)
    onChanged()
    return answer.done
  }

  const ids = (people: readonly ListedPerson[]): readonly string[] => people.map(({ person }) => person)
  const whom = (people: readonly ListedPerson[]): string => {
    const [first, ...others] = people
    return first && others.length === 0 ? calledIn(first) : counted(people.length, 'person', 'people')
  }

  return {
    pending,
    refused,
    said,
    links,
    withdrawing,
    closeLinks: () => setLinks(null),
    ask: (next) => {
      setRefused(null)
      setWithdrawing(next)
    },
    invite: async (people, copy) => {
      const done = await run(
        () => invite(ids(people), copy),
        ({ links: made }) =>
          made.length > 0 ? `Made ${counted(made.length, 'link')}.` : `Invited ${whom(people)} by e-mail.`,
      )
      if (done && done.links.length > 0) setLinks(done.links)
    },
    remind: async (people, what) => {
      await run(
        () => remind(ids(people), what),
        ({ reminded }) =>
          reminded === 0
            ? `Nobody of them has to ${owedWords[what]}.`
            : `Reminded ${counted(reminded, 'person', 'people')} to ${owedWords[what]}.`,
      )
    },
    withdraw: async () => {
      if (!withdrawing) return
      const { what, people } = withdrawing
      const done =
        what === 'access'
          ? await run(
              async () => {
                const answer = await revoke(ids(people))
                return 'sentence' in answer ? answer : { done: true }
              },
              () => `The access of ${whom(people)} is withdrawn.`,
            )
          : await run(
              async () => {
                const answer = await sendSetUp({ kind: 'people.remove', people: [...ids(people)] })
                return 'done' in answer ? { done: true } : { sentence: answer.sentence }
              },
              () => `${whom(people)} ${people.length === 1 ? 'is' : 'are'} removed.`,
            )
      if (done) setWithdrawing(null)
    },
  }
}
