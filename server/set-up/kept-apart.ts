import { barsInWords, barsOf, namesOf } from '../../shared/assignment/bars.ts'
import type { Command } from '../../shared/competition/command.ts'
import type { SetUpCommand } from '../../shared/competition/command-set-up.ts'
import { refuse, type Refusal } from '../../shared/competition/refusal.ts'
import type { Person } from '../../shared/competition/setup.ts'
import { findReview, type Competition } from '../../shared/competition/state.ts'
import type { Directory } from '../people/directory.ts'
import { assignmentParts } from './assignment-parts.ts'

/** People whom a command puts in front of an application. */
interface Seating {
  readonly application: string
  readonly people: readonly string[]
  /** What is to be done where somebody of them may not read it. */
  readonly instead: string
}

interface Asked {
  readonly state: Competition
  readonly directory: Pick<Directory, 'of'>
  /** Who gives the command. */
  readonly person: Person
}

/**
 * Why a command that its giver may give is not carried out, or null: it puts somebody in front of an application of their own State or
 * organization. Asked beside the decision and not in it, since where people come from stands in the directory and in no journal; and
 * after it, since the answer tells that.
 */
export function keptApart(
  command: Command | SetUpCommand,
  { state, directory, person }: Asked,
): Refusal | null {
  if (!seatsPeople(command)) return null
  const parts = assignmentParts(state, directory, person)
  const problem = { ...parts, panels: 0, seats: 1, mostPanels: 1, seed: '' }
  const [bars, called] = [barsOf(problem), namesOf(problem)]
  for (const { application, people, instead } of seatings(state, command)) {
    for (const one of people) {
      const why = bars(one, application).filter((bar) => bar !== 'conflict')
      if (why.length > 0)
        return refuse(
          'out-of-turn',
          `${called(one)} is ${barsInWords(why)} as ${called(application)}. ${instead}`,
        )
    }
  }
  return null
}

type SeatingCommand = Extract<Command | SetUpCommand, { kind: 'assignment.open' | 'seat.replace' }>

/** Whether a command puts people in front of an application. A sample, which everybody scores and which wins nothing, is none. */
export function seatsPeople(command: Command | SetUpCommand): command is SeatingCommand {
  return command.kind === 'assignment.open' || command.kind === 'seat.replace'
}

function seatings(state: Competition, command: SeatingCommand): readonly Seating[] {
  if (command.kind === 'seat.replace') {
    const application = findReview(state, command.review)?.application ?? ''
    return [{ application, people: [command.person], instead: 'Choose somebody else for the seat.' }]
  }
  const { draft } = state.setUp
  return command.applications.flatMap((application) => {
    const panel = draft?.panels.find(({ id }) => id === draft.places[application])
    if (!panel) return []
    const people = panel.monitor === null ? panel.reviewers : [...panel.reviewers, panel.monitor]
    return [{ application, people, instead: `Put somebody else on ${panel.title}.` }]
  })
}
