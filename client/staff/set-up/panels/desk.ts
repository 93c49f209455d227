import { namesOf } from '../../../../shared/assignment/bars.ts'
import { faultsIn, type AssignmentFault } from '../../../../shared/assignment/check.ts'
import { loadOf, type AssignmentLoad, type ReviewerLoad } from '../../../../shared/assignment/load.ts'
import type { Assignable, AssignmentProblem } from '../../../../shared/assignment/problem.ts'
import type { AssignmentPage } from '../../../../shared/protocol/assignment-page.ts'
import type { Draft } from './draft.ts'
import type { Drafting } from './use-draft.ts'
import type { WholeSizes } from './sizes.ts'
import { whoMay, type WhoMay } from './who-may.ts'

/** A draft with all that is told of it beside it. */
export interface Desk extends WhoMay {
  readonly page: AssignmentPage
  readonly draft: Draft
  readonly change: Drafting['change']
  readonly name: (id: string) => string
  /** What the rules have against it; applications without a panel stand in a list of their own. */
  readonly faults: readonly AssignmentFault[]
  readonly load: AssignmentLoad
  readonly loadOn: (reviewer: string) => ReviewerLoad | undefined
  /** “Ohio · State University”, as far as it is known. */
  readonly from: (person: string) => string
  /** Whether a panel stays as it is: at work, or kept. */
  readonly isAtWork: (panel: string) => boolean
  /** Whether it is kept, since it reads an application from which whoever looks is recused. */
  readonly isKept: (panel: string) => boolean
  readonly isOpen: (application: string) => boolean
}

/** Looks at a draft as it is at the moment. */
export function deskOf(
  page: AssignmentPage,
  { draft, change }: Pick<Drafting, 'draft' | 'change'>,
  limits: Pick<WholeSizes, 'seats' | 'mostPanels'>,
): Desk {
  const { reviewers, monitors, applications, conflicts, atWork } = page
  const problem: AssignmentProblem = {
    reviewers,
    monitors,
    applications,
    conflicts,
    ...limits,
    // As many as are there: staff add and remove panels by hand.
    panels: draft.panels.length,
    seed: '',
    fixed: atWork,
  }
  const load = loadOf(
    draft,
    reviewers.map(({ id }) => id),
  )
  const loads = new Map(load.reviewers.map((each) => [each.reviewer, each]))
  const people = new Map([...reviewers, ...monitors].map((person) => [person.id, person]))
  const working = new Set(atWork.panels.map(({ id }) => id))
  return {
    ...whoMay(problem, draft),
    page,
    draft,
    change,
    name: namesOf(problem),
    faults: faultsIn(problem, draft).filter(
      ({ application, panel }) => !(application !== null && panel === null),
    ),
    load,
    loadOn: (reviewer) => loads.get(reviewer),
    from: (person) => fromWords(people.get(person)),
    isAtWork: (panel) => working.has(panel),
    isKept: (panel) => page.kept.includes(panel),
    isOpen: (application) => atWork.places[application] !== undefined,
  }
}

function fromWords(person: Assignable | undefined): string {
  return [person?.home, person?.organization].filter(Boolean).join(' · ')
}
