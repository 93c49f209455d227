import type { Links } from '../sign-in/links.ts'
import type { Sessions } from '../sign-in/sessions.ts'

/** A one-time sign-in link as its token: behind `#` at the end of `/sit`, where no server and no list of visits sees it. */
export interface MadeLink {
  readonly person: string
  readonly token: string
  /** In milliseconds since 1970. */
  readonly until: number
}

/** Links with which people of a competition come in for the first time, good for fourteen days and for one session each. */
export interface Invitations {
  /**
   * A link for each, all or none; whoever has one already finds it void. `by`: who invites; null where the server was started to do
   * so. Rejects (LogFailed) where it cannot save.
   */
  readonly make: (people: readonly string[], by: string | null) => Promise<readonly MadeLink[]>
}

export function openInvitations({
  sessions,
  links,
  competition,
}: {
  readonly sessions: Pick<Sessions, 'invite'>
  readonly links: Pick<Links, 'of'>
  readonly competition: string
}): Invitations {
  return {
    make: async (people, by) => {
      const made = await sessions.invite({ competition, people, by })
      return made.map((content) => ({
        person: content.person,
        token: links.of(content),
        until: content.expires,
      }))
    },
  }
}

/** The address of a link's page. `base`: where people reach this server, as `https://panel.example`. */
export function addressOf(base: string, token: string): string {
  return `${base.replace(/\/+$/, '')}/sit#${token}`
}
