import { readFileSync } from 'node:fs'
import { digestSchema, type Digest } from '../../shared/application/digest.ts'
import type { Person, Setup } from '../../shared/competition/setup.ts'
import { rulesOf2010 } from '../../shared/competition/rules.ts'
import { canonicalHash, sha256Hex } from '../../shared/record/hash.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'

/** The rubric that a rehearsal opens with. */
export const rehearsalRubric: Rubric = raceToTheTop

/** The five of the panel. */
export const reviewers: readonly Person[] = [1, 2, 3, 4, 5].map((number) => ({
  id: `reviewer-${number}`,
  role: 'reviewer',
  label: `Reviewer ${number}`,
}))

/**
 * The seats, in the order of the page that lists them. Nobody has a name: whoever sits there is who it is. Reviewer 6 is on no panel and
 * stands by to take somebody's place.
 */
export const seats: readonly Person[] = [
  { id: 'monitor', role: 'monitor', label: 'Panel monitor' },
  ...reviewers,
  { id: 'staff', role: 'staff', label: 'Program staff' },
  { id: 'official', role: 'official', label: 'Selecting official' },
  { id: 'reviewer-6', role: 'reviewer', label: 'Reviewer 6' },
]

/** The host name of a seat under `localhost`, so that each seat has its own cookie. */
export function seatHost(person: Person): string {
  return person.id.replace('reviewer-', 'r')
}

/** A digest that comes with the program: its file's content, the name that this gives it, and what it says. */
interface Shipped {
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly digest: Digest
}

/** The three States, in the order in which a newcomer meets them. */
export const shipped: readonly Shipped[] = ['missouri', 'massachusetts', 'maine'].map(readShipped)

/** What a rehearsal is opened with: one panel of five, three States, the rubric of 2010. */
export function rehearsalSetup(competition: string): Setup {
  const { id, version } = rehearsalRubric
  return {
    id: competition,
    title: 'Race to the Top, 2010',
    rehearsal: true,
    rubric: { id, version, sha256: canonicalHash(rehearsalRubric) },
    rules: rulesOf2010,
    people: [...seats],
    panels: [
      {
        id: 'panel-1',
        title: 'Panel 1',
        monitor: 'monitor',
        reviewers: reviewers.map((person) => person.id),
      },
    ],
    applications: shipped.map(({ digest, sha256 }) => ({
      id: digest.id,
      applicant: digest.applicant,
      panel: 'panel-1',
      digest: sha256,
    })),
  }
}

function readShipped(application: string): Shipped {
  const bytes = readFileSync(new URL(`./applications/${application}.json`, import.meta.url))
  return { bytes, sha256: sha256Hex(bytes), digest: digestSchema.parse(JSON.parse(bytes.toString('utf8'))) }
}
