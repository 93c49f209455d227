import { z } from 'zod'
import type { Person } from '../../shared/competition/setup.ts'
import type { CommandAnswer } from '../../shared/protocol/messages.ts'
import { cannotSave } from '../journal/cannot-save.ts'
import { LogFailed } from '../log/log-errors.ts'
import type { People } from './people.ts'

interface Changing {
  readonly people: Pick<People, 'forgetRemoved'>
  /** Who gives the command. */
  readonly person: Person
  readonly message: unknown
}

const changeSchema = z.object({ command: z.object({ kind: z.enum(['people.set', 'people.remove']) }) })

/**
 * Carries out a set-up command so that nobody who was removed comes in by it: who is removed has no access left once it is answered, and
 * before an id is given to somebody, what another had under it is gone, also where a server was killed before it could see to that.
 */
export async function changeRoster(
  { people, person, message }: Changing,
  carryOut: () => Promise<CommandAnswer>,
): Promise<CommandAnswer> {
  const change = changeSchema.safeParse(message)
  if (!change.success || person.role !== 'staff') return carryOut()
  const { kind } = change.data.command
  try {
    if (kind === 'people.set') await people.forgetRemoved()
    const answer = await carryOut()
    if (kind === 'people.remove') await people.forgetRemoved()
    return answer
  } catch (error) {
    // A removal that was saved before stays so; given again it ends what access is left.
    if (error instanceof LogFailed) return cannotSave
    throw error
  }
}
