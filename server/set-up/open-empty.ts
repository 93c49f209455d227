import type { Setup } from '../../shared/competition/setup.ts'
import { rulesOf2010 } from '../../shared/competition/rules.ts'
import { rubricSchema } from '../../shared/rubric/rubric-schema.ts'
import { canonicalHash } from '../../shared/record/hash.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { LogFailed } from '../log/log-errors.ts'
import type { Stage } from '../stage.ts'

/** The first of program staff: who is given the link that the start of an empty competition prints. */
export const firstStaff = 'staff-1'

/** Opens a competition with one member of staff and nothing else, on the rubric and rules of 2010 until staff choose others. */
export async function openEmpty({ journal, competition, rubric }: Stage): Promise<void> {
  const setup = emptySetup(competition, rubric)
  const refusal = await journal.write({ person: 'server', command: 'open-empty' }, () => ({
    events: [{ kind: 'competition.opened', data: { setup, rubric: rubricSchema.parse(rubric) } }],
    texts: {},
  }))
  if (refusal) throw new LogFailed(refusal.sentence)
}

function emptySetup(competition: string, rubric: Rubric): Setup {
  const { id, version } = rubric
  return {
    id: competition,
    title: 'New competition',
    rehearsal: false,
    rubric: { id, version, sha256: canonicalHash(rubric) },
    rules: rulesOf2010,
    people: [{ id: firstStaff, role: 'staff', label: 'Program staff' }],
    panels: [],
    applications: [],
  }
}
