import { refuse, type Refusal } from '../../shared/competition/refusal.ts'
import type { Competition } from '../../shared/competition/state.ts'
import type { Roll } from './roll.ts'

/** The competition that is on, as far as its people are concerned. */
export interface PeopleStage {
  readonly competition: string
  readonly journal: { readonly state: () => Competition; readonly catchUp: () => Promise<void> }
  readonly roll: Roll
}

/** The stage that is on, once all that was written of its people by now is known here. */
export async function caughtUp(stage: () => PeopleStage): Promise<PeopleStage> {
  const current = stage()
  await current.roll.catchUp()
  return current
}

/** Why people cannot be named: nobody is, or somebody is not of the competition. */
export function strangers({ journal }: PeopleStage, people: readonly string[]): Refusal | null {
  const known = journal.state().people
  if (people.length === 0) return refuse('malformed', 'Nobody was named.')
  const stranger = people.find((person) => !known.some(({ id }) => id === person))
  return stranger === undefined ? null : refuse('malformed', `There is no ${stranger} in this competition.`)
}

/** Why no mail reaches people: somebody has no address. */
export function unreached({ roll, journal }: PeopleStage, people: readonly string[]): Refusal | null {
  const [first, ...others] = people.filter((person) => !roll.directory.of(person)?.email)
  if (first === undefined) return null
  const label = journal.state().people.find(({ id }) => id === first)?.label ?? first
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  return refuse('incomplete', `There is no e-mail address for ${label}${more}. Nothing was sent.`)
}
