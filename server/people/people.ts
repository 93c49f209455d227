import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { refuse, type Refusal } from '../../shared/competition/refusal.ts'
import { limits } from '../../shared/protocol/limits.ts'
import type { InviteAnswer, PeoplePage } from '../../shared/protocol/people-page.ts'
import { invitationWords, signInWords, type LetterOf, type Words } from '../mail/letter-words.ts'
import type { Ports } from '../ports.ts'
import type { Links } from '../sign-in/links.ts'
import type { Sessions } from '../sign-in/sessions.ts'
import { describePeople } from './described.ts'
import type { DirectoryEntry } from './directory-entry.ts'
import { addressOf, openInvitations } from './invitations.ts'
import { listedPeople } from './listed.ts'
import type { Post } from './post.ts'
import { caughtUp, strangers, unreached, type PeopleStage } from './stage-people.ts'

interface Parts {
  readonly stage: () => PeopleStage
  readonly sessions: Sessions
  readonly links: Links
  readonly ports: Pick<Ports, 'now'>
  /** Null where mail is not set up. */
  readonly post: Post | null
}

interface Inviting {
  readonly people: readonly string[]
  /** Who invites. */
  readonly by: string
  /** Links to copy, also where mail is set up. */
  readonly copy: boolean
  /** Where links to copy lead. */
  readonly site: string
}

/** What staff do so that people can come in, or no longer. */
export interface People {
  /** Whether links go out by mail. */
  readonly mails: boolean
  readonly page: () => Promise<PeoplePage>
  /** Invites all or none, by mail or with links in the answer. Refused: somebody who is not of the competition, or has no address. */
  readonly invite: (inviting: Inviting) => Promise<InviteAnswer | Refusal>
  /** Withdraws access of all or none. Refused: somebody who is not of the competition, and oneself. */
  readonly revoke: (people: readonly string[], by: string) => Promise<Refusal | null>
  /**
   * Writes who people are, for all or none. Refused: what the directory refuses, and somebody who is not of the competition, so that
   * nobody's name stands here who could not be removed. Whose address changes signs in anew. `by`: who describes them.
   */
  readonly describe: (entries: readonly DirectoryEntry[], by: string) => Promise<Refusal | null>
  /** Forgets names and addresses of people who no longer belong to the competition, and withdraws what access they had. */
  readonly forgetRemoved: () => Promise<void>
  /**
   * Mails a link for ten minutes to whoever of the competition has this address and was invited, up to three times in ten minutes; for
   * everybody else it does nothing, and nobody is told which.
   */
  readonly sendLink: (email: string) => Promise<void>
}

/** Over sessions, links and mail, for the competition that is on when each is asked. */
export function openPeople({ stage, sessions, links, ports, post }: Parts): People {
  /** By person: of addresses that nobody has nothing is kept, however many come. */
  const asked = new RateLimiterMemory({ points: limits.askedLinks, duration: limits.askedLinksMs / 1000 })
  return {
    mails: post !== null,
    page: async () => {
      const { journal, roll } = await caughtUp(stage)
      const people = listedPeople({ state: journal.state(), roll, sessions, now: ports.now() })
      return { mails: post !== null, people }
    },

    invite: async ({ people: asked, by, copy, site }) => {
      const current = await caughtUp(stage)
      const people = [...new Set(asked)]
      const mails = copy ? null : post
      const refusal = strangers(current, people) ?? (mails && unreached(current, people))
      if (refusal) return refusal
      const invitations = openInvitations({ sessions, links, competition: current.competition })
      const made = await invitations.make(people, by)
      const base = post?.site ?? site
      if (!mails)
        return { links: made.map(({ person, token }) => ({ person, link: addressOf(base, token) })) }
      const letters = made.map(({ person, token, until }) => {
        const link = addressOf(base, token)
        const words = (of: LetterOf): Words => invitationWords({ ...of, link, until })
        return { person, what: 'invitation' as const, once: null, words }
      })
      await mails.send(current, letters)
      return { links: [] }
    },

    revoke: async (asked, by) => {
      const current = await caughtUp(stage)
      const people = [...new Set(asked)]
      if (people.includes(by))
        return refuse('not-yours', 'You cannot withdraw your own access. Another of the staff can.')
      const refusal = strangers(current, people)
      if (refusal) return refusal
      await sessions.revoke({ competition: current.competition, people, by })
      return null
    },

    describe: async (entries, by) => {
      const current = await caughtUp(stage)
      const refusal = strangers(
        current,
        entries.map(({ person }) => person),
      )
      return refusal ?? describePeople({ stage: current, sessions, entries, by })
    },

    forgetRemoved: async () => {
      const { competition, journal, roll } = await caughtUp(stage)
      await sessions.catchUp()
      const withAccess = sessions.withAccess(competition)
      const known = new Set([...roll.directory.all().map(({ person }) => person), ...withAccess])
      // In this order: whoever is in the directory, or was invited, was in the journal before.
      await journal.catchUp()
      const people = new Set(journal.state().people.map(({ id }) => id))
      const removed = [...known].filter((person) => !people.has(person))
      if (removed.length === 0) return
      await sessions.revoke({ competition, people: withAccess.filter((id) => !people.has(id)), by: null })
      await roll.directory.forget(removed)
    },

    sendLink: async (email) => {
      if (!post) return
      const current = await caughtUp(stage)
      const { competition, journal, roll } = current
      const entry = roll.directory.byEmail(email)
      const person = journal.state().people.find(({ id }) => id === entry?.person)?.id
      if (person === undefined) return
      const { turn, invited, revokedAt } = sessions.standingOf({ competition, person })
      if (!invited || revokedAt !== null || !(await within(asked, `${competition}/${person}`))) return
      const link = addressOf(post.site, links.make({ competition, person, turn }))
      const until = ports.now() + limits.linkMs
      const words = (of: LetterOf): Words => signInWords({ ...of, link, until })
      await post.send(current, [{ person, what: 'signIn', once: null, words }])
    },
  }
}

async function within(pace: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await pace.consume(key)
    return true
  } catch (error) {
    if (error instanceof RateLimiterRes) return false
    throw error
  }
}
