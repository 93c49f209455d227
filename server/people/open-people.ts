import type { Request, Router } from 'express'
import type { Person } from '../../shared/competition/setup.ts'
import type { Reach } from '../mail/mail-settings.ts'
import { openOutbox } from '../mail/outbox.ts'
import type { Ports } from '../ports.ts'
import type { Links } from '../sign-in/links.ts'
import type { Sessions } from '../sign-in/sessions.ts'
import { signInApi } from '../sign-in/sign-in-api.ts'
import { peopleApi } from './people-api.ts'
import { openPeople } from './people.ts'
import { openPost } from './post.ts'
import { openReminders } from './reminders.ts'
import type { PeopleStage } from './stage-people.ts'

interface Opening {
  readonly stage: () => PeopleStage
  readonly sessions: Sessions
  readonly links: Links
  readonly ports: Ports
  readonly reach: Reach
  /** The person of a request's session, or null. */
  readonly personOf: (request: Request) => Person | null
  /** The same by now, on all nodes. */
  readonly personNow: (request: Request) => Promise<Person | null>
  readonly onFailure: (error: unknown) => void
}

/** What the server does with people over HTTP, and by itself every minute. */
export interface PeopleDesk {
  /** At `/api/people`. */
  readonly people: Router
  /** See `People`. */
  readonly forgetRemoved: () => Promise<void>
  /** At `/api/sign-in`. */
  readonly signIn: Router
  /** Resolves once nothing is under way; to be called before the log is closed. */
  readonly close: () => Promise<void>
}

/** A reminder for nine o'clock comes within a minute of it. */
const everyMs = 60_000

export function openPeopleDesk(opening: Opening): PeopleDesk {
  const { reach, stage, sessions, personOf, personNow, onFailure } = opening
  const { mail, publicUrl } = reach
  const isWithdrawn = (competition: string, person: string): boolean =>
    sessions.standingOf({ competition, person }).revokedAt !== null
  const post =
    mail && publicUrl !== null
      ? openPost({ outbox: openOutbox(mail), site: publicUrl, isWithdrawn, onFailure })
      : null
  const people = openPeople({ ...opening, post })
  const reminders = openReminders({ ...opening, post })

  let underWay: Promise<void> = Promise.resolve()
  const rehearsal = (): boolean => stage().journal.state().rehearsal
  const look = (): void => {
    if (rehearsal()) return
    underWay = underWay.then(people.forgetRemoved).then(reminders.remindDue).catch(onFailure)
  }
  const timer = setInterval(look, everyMs).unref()

  return {
    forgetRemoved: people.forgetRemoved,
    people: peopleApi({ people, reminders, rehearsal, personOf, personNow }),
    signIn: signInApi({
      state: () => stage().journal.state(),
      mails: people.mails,
      sendLink: people.sendLink,
      onFailure,
    }),
    close: async () => {
      clearInterval(timer)
      await underWay
      await post?.close()
    },
  }
}
