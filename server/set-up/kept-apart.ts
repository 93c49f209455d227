import { z } from 'zod'
import { barsInWords, barsOf, namesOf } from '../../shared/assignment/bars.ts'
import { refuse, type Refusal } from '../../shared/competition/refusal.ts'
import type { Person } from '../../shared/competition/setup.ts'
import type { Competition } from '../../shared/competition/state.ts'
import type { Directory } from '../people/directory.ts'
import { assignmentParts } from './assignment-parts.ts'

const openingSchema = z.object({
  command: z.object({ kind: z.literal('assignment.open'), applications: z.array(z.string()).max(400) }),
})

/**
 * Why applications are not opened to the panels that they are drafted to, or null: somebody of a panel is from the applicant's own State
 * or organization. Asked here and not in the decision, since where people come from stands in the directory and in no journal.
 */
export function keptApart(
  message: unknown,
  { state, directory, person }: { state: Competition; directory: Pick<Directory, 'of'>; person: Person },
): Refusal | null {
  const opening = openingSchema.safeParse(message)
  const { draft } = state.setUp
  if (!opening.success || !draft) return null
  const parts = assignmentParts(state, directory, person)
  const problem = { ...parts, panels: 0, seats: 1, mostPanels: 1, seed: '' }
  const [bars, called] = [barsOf(problem), namesOf(problem)]
  for (const application of opening.data.command.applications) {
    const panel = draft.panels.find(({ id }) => id === draft.places[application])
    const members = panel ? [...panel.reviewers, ...(panel.monitor === null ? [] : [panel.monitor])] : []
    for (const member of members) {
      const why = bars(member, application).filter((bar) => bar !== 'conflict')
      if (why.length > 0)
        return refuse(
          'out-of-turn',
          `${called(member)} is ${barsInWords(why)} as ${called(application)}. Put somebody else on ${panel?.title ?? 'the panel'}.`,
        )
    }
  }
  return null
}
