import type { SetUpCommand } from './command-set-up.ts'
import { calibrationReview } from './opened.ts'
import { refuse, type Refusal } from './refusal.ts'
import type { DraftPanel } from './set-up.ts'
import type { Person } from './setup.ts'
import { isRecused, type Competition } from './state.ts'

/** The applications that somebody is recused from: they decide nothing about them, and know no more of them than their name. */
export function recusedFrom({ reviews }: Pick<Competition, 'reviews'>, person: string): ReadonlySet<string> {
  return new Set(reviews.filter((review) => isRecused(review, person)).map(({ application }) => application))
}

/** The panels of the draft that read an application that somebody is recused from: they choose nobody who sits there, or leads it. */
export function keptFrom({ reviews, setUp }: Competition, person: string): readonly DraftPanel[] {
  const { panels = [], places = {} } = setUp.draft ?? {}
  const hidden = recusedFrom({ reviews }, person)
  return panels.filter(({ id }) => [...hidden].some((application) => places[application] === id))
}

/** Why a command is not this person's to give, or null: it is about an application that they are recused from. */
export function recusedRefusal(state: Competition, command: SetUpCommand, person: Person): Refusal | null {
  const hidden = recusedFrom(state, person.id)
  const about = applicationsIn(state, command).find((id) => hidden.has(id))
  if (about === undefined) return null
  const applicant = state.applications.find(({ id }) => id === about)?.applicant ?? about
  return refuse('not-yours', `You are recused from ${applicant}. Another of program staff sees to it.`)
}

/** What a command decides about, application by application; a draft leaves those that its author may not know as they are. */
function applicationsIn(state: Competition, command: SetUpCommand): readonly string[] {
  switch (command.kind) {
    case 'applications.set':
      return command.applications.map(({ id }) => id)
    case 'applications.remove':
    case 'assignment.open':
    case 'intake.judge':
      return command.applications
    case 'conflict.record':
      return command.answers.map(({ application }) => application)
    case 'declaration.decide':
    case 'calibration.start':
      return [command.application]
    case 'calibration.add':
    case 'calibration.show': {
      const sample = calibrationReview(state)
      return sample ? [sample.application] : []
    }
    default:
      return []
  }
}

/** Whether each application has somebody of program staff left who may know of it, with these people. */
export function leavesStaff(
  state: Competition,
  people: readonly Person[],
  recusing: readonly { readonly application: string; readonly person: string }[] = [],
): boolean {
  const staff = people.filter(({ role }) => role === 'staff')
  return state.reviews.every((review) =>
    staff.some(
      ({ id }) =>
        !isRecused(review, id) &&
        !recusing.some(({ application, person }) => application === review.application && person === id),
    ),
  )
}

/** The competition as somebody may know it for setting it up: of what they are recused from there is the name and nothing else. */
export function asKnownTo(state: Competition, person: string): Competition {
  const hidden = recusedFrom(state, person)
  if (hidden.size === 0) return state
  const known = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([application]) => !hidden.has(application)))
  const { draft, draws, openedAs, calibration, intake, declarations } = state.setUp
  const sample = state.reviews.find(({ id }) => id === calibration?.review)
  return {
    ...state,
    applications: state.applications.map((application) =>
      hidden.has(application.id)
        ? {
            id: application.id,
            applicant: application.applicant,
            panel: '',
            home: null,
            requested: null,
            received: null,
            involved: { districts: null, partners: null, consultants: null, signatories: null },
          }
        : application,
    ),
    reviews: state.reviews.filter(({ application }) => !hidden.has(application)),
    setUp: {
      ...state.setUp,
      intake: known(intake),
      declarations: known(declarations),
      draws: draws.map((draw) => ({
        ...draw,
        places: known(draw.places),
        kept: draw.kept && { ...draw.kept, places: known(draw.kept.places) },
      })),
      draft: draft && { ...draft, places: known(draft.places) },
      openedAs: Object.fromEntries(
        Object.entries(known(openedAs)).map(([application, as]) => {
          const applications = as.changed.applications.filter((id) => !hidden.has(id))
          return [application, { ...as, changed: { ...as.changed, applications } }]
        }),
      ),
      calibration: sample && hidden.has(sample.application) ? null : calibration,
    },
  }
}
