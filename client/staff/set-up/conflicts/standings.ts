import type { SetUpApplication, SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import type { Conflict } from '../../../../shared/competition/state.ts'
import type { ListedPerson } from '../../../../shared/protocol/people-page.ts'
import { calledIn } from '../people/people-words.ts'

/** What one person answered about one application; `open` where nothing is. */
export interface Standing {
  readonly person: ListedPerson
  readonly application: SetUpApplication
  readonly status: Conflict['status']
  readonly at: number | null
  readonly reason: string | null
}

/** One person with all applications, or one application with all people. */
export interface Line {
  readonly id: string
  readonly title: string
  /** Beside the title: what pages call somebody, or where an application comes from. */
  readonly more: string
  readonly answered: number
  readonly standings: readonly Standing[]
}

/** Everybody's answers about the applications that are not open yet, without those that whoever looks is recused from. */
export function standingsOf(setUp: SetUpPage, people: readonly ListedPerson[]): readonly Standing[] {
  const asked = setUp.applications.filter(({ opened, recused }) => !opened && !recused)
  return people.flatMap((person) =>
    asked.map((application): Standing => {
      const declared = application.declared[person.person]
      return {
        person,
        application,
        status: declared?.status ?? 'open',
        at: declared?.at ?? null,
        reason: declared?.reason ?? null,
      }
    }),
  )
}

export function linesByPerson(
  standings: readonly Standing[],
  people: readonly ListedPerson[],
): readonly Line[] {
  return people.map((person) =>
    lineOf(
      { id: person.person, title: calledIn(person), more: person.name === null ? '' : person.label },
      standings.filter((each) => each.person === person),
    ),
  )
}

export function linesByApplication(
  standings: readonly Standing[],
  { applications }: SetUpPage,
): readonly Line[] {
  return applications
    .filter(({ opened, recused }) => !opened && !recused)
    .map((application) =>
      lineOf(
        {
          id: application.id,
          title: application.applicant,
          more: application.home === application.applicant ? '' : (application.home ?? ''),
        },
        standings.filter((each) => each.application === application),
      ),
    )
}

function lineOf(named: Pick<Line, 'id' | 'title' | 'more'>, standings: readonly Standing[]): Line {
  return { ...named, standings, answered: standings.filter(({ status }) => status !== 'open').length }
}

/** How many of a line's answers are of a kind. */
export function having({ standings }: Line, status: Conflict['status']): number {
  return standings.filter((each) => each.status === status).length
}
