import { barsInWords, barsOf, namesOf } from '../../../../shared/assignment/bars.ts'
import type { AssignmentProblem, DraftPanel } from '../../../../shared/assignment/problem.ts'
import type { Draft } from './draft.ts'

/** What can be told of who may go where; null where nothing stands against it. */
export interface WhoMay {
  /** Why somebody may not sit on a panel, or lead it: what it reads that they may not, or that they are there already. */
  readonly whyNotOn: (person: string, panel: DraftPanel) => string | null
  /** Why an application may not be with a panel: who of it may not read it. */
  readonly whyNotWith: (application: string, panel: DraftPanel) => string | null
}

/** Looks at a draft by the rules that the solver keeps. What a panel at work reads already is not asked again. */
export function whoMay(problem: AssignmentProblem, { places }: Draft): WhoMay {
  const bars = barsOf(problem)
  const name = namesOf(problem)
  const openTo = problem.fixed?.places ?? {}
  return {
    whyNotOn: (person, panel) => {
      if (panel.reviewers.includes(person)) return 'sits there already'
      if (panel.monitor === person) return 'leads it'
      const against = Object.keys(places)
        .filter((application) => places[application] === panel.id && openTo[application] !== panel.id)
        .flatMap((application) => {
          const found = bars(person, application)
          return found.length === 0 ? [] : [`${name(application)}: ${barsInWords(found)}`]
        })
      return against.length === 0 ? null : against.join('; ')
    },
    whyNotWith: (application, panel) => {
      const members = [...panel.reviewers, ...(panel.monitor === null ? [] : [panel.monitor])]
      const against = members.flatMap((person) => {
        const found = bars(person, application)
        return found.length === 0 ? [] : [`${name(person)}: ${barsInWords(found)}`]
      })
      return against.length === 0 ? null : against.join('; ')
    },
  }
}
