import { refuse, type Refusal } from '../../shared/competition/refusal.ts'
import { reminderWords, type LetterOf, type Words } from '../mail/letter-words.ts'
import type { Owed } from '../../shared/protocol/people-page.ts'
import type { Ports } from '../ports.ts'
import type { Sessions } from '../sign-in/sessions.ts'
import { dueReminders } from './due-reminders.ts'
import { owedBy } from './owes.ts'
import type { Post } from './post.ts'
import { caughtUp, strangers, unreached, type PeopleStage } from './stage-people.ts'

interface Parts {
  readonly stage: () => PeopleStage
  readonly sessions: Pick<Sessions, 'standingOf'>
  readonly ports: Pick<Ports, 'now'>
  /** Null where mail is not set up. */
  readonly post: Post | null
}

/** Mails to those who have something still to do: by date, and when staff ask for it. */
export interface Reminders {
  /** Reminds those of them who have it still to do, and returns how many those are. Refused: without mail, and as an invitation is. */
  readonly remind: (people: readonly string[], owed: Owed) => Promise<{ readonly reminded: number } | Refusal>
  /** Sends the reminders that are due now, each once, whichever nodes ask. Rejects (LogFailed) where it cannot save. */
  readonly remindDue: () => Promise<void>
}

export function openReminders({ stage, sessions, ports, post }: Parts): Reminders {
  return {
    remind: async (asked, owed) => {
      const current = await caughtUp(stage)
      const state = current.journal.state()
      if (!post) return refuse('out-of-turn', noMail)
      const owing = [...new Set(asked)].filter((person) => owedBy(state, person).includes(owed))
      const refusal = strangers(current, asked) ?? unreached(current, owing)
      if (refusal) return refusal
      const date = state.setUp.dates.find(({ remind, at }) => remind === owed && at > ports.now()) ?? null
      const words = (of: LetterOf): Words => reminderWords({ ...of, owed, date })
      const letters = owing.map((person) => ({ person, what: 'reminder' as const, once: null, words }))
      return { reminded: await post.send(current, letters) }
    },

    remindDue: async () => {
      if (!post || stage().journal.state().setUp.dates.length === 0) return
      const current = await caughtUp(stage)
      const state = current.journal.state()
      if (state.setUp.paused) return
      const reached = state.people
        .map(({ id }) => id)
        .filter((person) => isIn(current, person) && unreached(current, [person]) === null)
      const owing = (owed: Owed): readonly string[] =>
        reached.filter((person) => owedBy(state, person).includes(owed))
      const due = dueReminders({
        now: ports.now(),
        zone: state.setUp.zone ?? 'UTC',
        dates: state.setUp.dates,
        days: state.setUp.reminderDays,
        owing: { certify: owing('certify'), ready: owing('ready'), sign: owing('sign') },
        wasSent: current.roll.mail.wasSent,
      })
      await post.send(
        current,
        due.map(({ person, once, owed, date }) => ({
          person,
          what: 'reminder',
          once,
          words: (of) => reminderWords({ ...of, owed, date }),
        })),
      )
    },
  }

  /** Whether somebody has been invited and may still come in. */
  function isIn({ competition }: PeopleStage, person: string): boolean {
    const { invited, revokedAt } = sessions.standingOf({ competition, person })
    return invited !== null && revokedAt === null
  }
}

const noMail = 'Mail is not set up on this server. Tell people in another way.'
