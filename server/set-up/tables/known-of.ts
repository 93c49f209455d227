import { createHmac } from 'node:crypto'
import { setUpPage } from '../../../shared/competition/set-up-page.ts'
import type { Person } from '../../../shared/competition/setup.ts'
import type { Desk, Known } from '../../../shared/set-up-tables/known.ts'
import type { Signer } from '../../journal/signing.ts'
import { entryFault, normalEntry } from '../../people/directory-entry.ts'
import type { Stage } from '../../stage.ts'

/** What a competition holds now, as far as tables say something about it and one of program staff may know it. */
export function knownOf({ journal, rubric, roll }: Stage, person: Person): Known {
  const page = setUpPage(journal.state(), rubric, journal.text, person)
  const { people, applications, draft, panels, zone } = page
  return {
    people: people.map((listed) => {
      const entry = roll.directory.of(listed.id)
      return {
        ...listed,
        details: entry && {
          name: entry.name,
          email: entry.email,
          organization: entry.organization,
          home: entry.home,
        },
      }
    }),
    applications,
    draft,
    panels,
    zone: zone ?? 'UTC',
  }
}

/**
 * Ids follow from addresses by the server's own key: the journal, which keeps them for good and is handed to auditors, tells nobody whose
 * they are, also not whoever tries addresses out. The same address has the same id again, so that an import that was cut short between
 * the journal and the directory is completed by importing the file again.
 */
export function deskOf({ competition }: Pick<Stage, 'competition'>, signer: Pick<Signer, 'secretFor'>): Desk {
  const key = signer.secretFor('ids of people')
  return {
    idFor: (email) =>
      `p-${createHmac('sha256', key).update(`${competition} ${email}`).digest('hex').slice(0, 12)}`,
    normal: normalEntry,
    faultOf: entryFault,
  }
}
