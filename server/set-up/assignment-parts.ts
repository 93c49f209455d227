import type { Assignable, DraftPanel, FixedParts } from '../../shared/assignment/problem.ts'
import { failsIntake } from '../../shared/competition/intake.ts'
import { calibrationReview, isOpened } from '../../shared/competition/opened.ts'
import type { Person } from '../../shared/competition/setup.ts'
import { asKnownTo, keptFrom, recusedFrom } from '../../shared/competition/recused-staff.ts'
import { isRecused, type Competition } from '../../shared/competition/state.ts'
import type { AssignmentPage } from '../../shared/protocol/assignment-page.ts'
import type { Directory } from '../people/directory.ts'

/** Who and what can be assigned by now and by this member of staff, from the journal and the directory. */
export function assignmentParts(
  whole: Competition,
  directory: Pick<Directory, 'of'>,
  person: Pick<Person, 'id'>,
): AssignmentPage {
  const state = asKnownTo(whole, person.id)
  const hidden = recusedFrom(whole, person.id)
  const ofRole = (role: Person['role']): readonly Assignable[] =>
    state.people
      .filter((person) => person.role === role)
      .map(({ id, label }) => {
        const entry = directory.of(id)
        const { home = null, organization = null } = entry ?? {}
        return { id, home, organization, label: entry ? `${label} (${entry.name})` : label }
      })
  const working = new Set(state.panels.map(({ id }) => id))
  const kept = keptFrom(whole, person.id).filter(({ id }) => !working.has(id))
  const sample = calibrationReview(state)?.application
  const assignable = state.applications.filter(
    ({ id }) => id !== sample && !hidden.has(id) && (isOpened(state, id) || failsIntake(state, id) === null),
  )
  return {
    reviewers: ofRole('reviewer'),
    monitors: ofRole('monitor'),
    applications: assignable.map(({ id, applicant, home }) => ({
      id,
      home,
      organization: applicant,
      label: applicant,
    })),
    conflicts: assignable.flatMap(({ id }) => keptApart(state, id)),
    atWork: atWork(state, kept),
    kept: kept.map(({ id }) => id),
    leftOut: state.applications
      .filter((application) => !assignable.includes(application))
      .map(({ id, applicant }) => ({
        application: id,
        sentence: hidden.has(id)
          ? `You are recused from ${applicant}. Another of program staff assigns it.`
          : id === sample
            ? `${applicant} is the sample that everybody scores.`
            : (failsIntake(state, id) ?? `${applicant} is not assigned.`),
      })),
  }
}

/** Who declared a conflict, is not sure, or was recused later. */
function keptApart(state: Competition, application: string): AssignmentPage['conflicts'] {
  const answers = Object.entries(state.setUp.declarations[application] ?? {})
    .filter(([, { status }]) => status === 'recused' || status === 'unsure')
    .map(([person]) => person)
  const recused = state.reviews
    .filter((review) => review.application === application)
    .flatMap((review) => Object.keys(review.conflicts).filter((person) => isRecused(review, person)))
  return [...new Set([...answers, ...recused])].map((person) => ({ person, application }))
}

function atWork(state: Competition, kept: readonly DraftPanel[]): FixedParts {
  const read = state.applications.filter(({ id, panel }) => panel !== '' && isOpened(state, id))
  return {
    panels: [...state.panels, ...kept].map((panel) => ({ ...panel, atWork: true })),
    places: Object.fromEntries(read.map(({ id, panel }) => [id, panel])),
  }
}

/** What staff want kept, with panels at work as they are; what can no longer be assigned is left out. */
export function keptParts(
  { atWork: fixed, applications }: AssignmentPage,
  keep: Pick<FixedParts, 'panels' | 'places'> | undefined,
): FixedParts {
  if (!keep) return fixed
  const known = new Set(applications.map(({ id }) => id))
  const working = new Set(fixed.panels.map(({ id }) => id))
  const places = Object.entries(keep.places).filter(([application]) => known.has(application))
  return {
    panels: [...fixed.panels, ...keep.panels.filter(({ id }) => !working.has(id))],
    places: { ...Object.fromEntries(places), ...fixed.places },
  }
}
