import type { Command } from '../../shared/competition/command.ts'
import type { SetUpCommand } from '../../shared/competition/command-set-up.ts'
import type { Decision } from '../../shared/competition/decide.ts'
import { refuse, type Refusal } from '../../shared/competition/refusal.ts'
import type { Person } from '../../shared/competition/setup.ts'
import type { Competition } from '../../shared/competition/state.ts'
import type { Directory } from '../people/directory.ts'
import { keptApart } from '../set-up/kept-apart.ts'

/** A command as it was decided on. */
interface Decided {
  readonly state: Competition
  readonly command: Command | SetUpCommand
  readonly person: Person
  readonly directory: Pick<Directory, 'of'>
}

/** What was decided, or why it is not done by what no journal holds. Whoever may not decide it is told nothing of that. */
export function beyondRules(decision: Decision | Refusal, given: Decided): Decision | Refusal {
  if ('refused' in decision) return decision
  const { command } = given
  // Which time zones there are is known to this machine, and is no rule of the competition.
  if (command.kind === 'dates.set' && !isZone(command.zone))
    return refuse('malformed', `There is no time zone ${command.zone}.`)
  return keptApart(command, given) ?? decision
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
