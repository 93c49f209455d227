import type { Queued } from '../mail/mail-log.ts'
import type { LetterOf, Words } from '../mail/letter-words.ts'
import type { Outbox } from '../mail/outbox.ts'
import type { PeopleStage } from './stage-people.ts'

/** A letter to somebody of the competition, with its words once it is known whom they are for. */
export interface Addressed extends Queued {
  readonly words: (of: LetterOf) => Words
}

/** Mail to the people of a competition. */
export interface Post {
  /**
   * Records letters and sends them beside everything else; resolves with how many, once they are recorded. How each fared is told in the
   * log. Everybody named has an address. Rejects (LogFailed) where it cannot save: then nothing is sent.
   */
  readonly send: (stage: PeopleStage, letters: readonly Addressed[]) => Promise<number>
  /** Where links lead. */
  readonly site: string
  /** Gives up what waits; resolves once how each letter fared is told. */
  readonly close: () => Promise<void>
}

interface PostParts {
  readonly outbox: Outbox
  readonly site: string
  /** Whether a person's access was withdrawn. */
  readonly isWithdrawn: (competition: string, person: string) => boolean
  readonly onFailure: (error: unknown) => void
}

export function openPost({ outbox, site, isWithdrawn, onFailure }: PostParts): Post {
  const telling = new Set<Promise<void>>()
  return {
    site,
    close: async () => {
      await outbox.close()
      await Promise.all(telling)
    },
    send: async ({ competition, roll, journal }, letters) => {
      const { title, setUp } = journal.state()
      const ready = letters.map(({ words, ...letter }) => {
        const entry = roll.directory.of(letter.person)
        if (!entry?.email) throw new Error(`There is no address for a letter to ${letter.person}.`)
        const to = { name: entry.name, address: entry.email }
        return { letter, to, words: words({ name: entry.name, title, site, zone: setUp.zone ?? 'UTC' }) }
      })
      const queued = await roll.mail.queue(ready.map(({ letter }) => letter))
      for (const { id, letter } of queued) {
        const written = ready.find((each) => each.letter === letter)
        if (!written) throw new Error(`A letter to ${letter.person} was recorded that nobody wrote.`)
        const told = outbox
          .send({
            id,
            to: written.to,
            ...written.words,
            isDue: () =>
              journal.state().people.some((person) => person.id === letter.person) &&
              roll.directory.of(letter.person)?.email === written.to.address &&
              !isWithdrawn(competition, letter.person),
          })
          .then((outcome) => roll.mail.ended(id, outcome))
          .catch(onFailure)
          .finally(() => telling.delete(told))
        telling.add(told)
      }
      return queued.length
    },
  }
}
