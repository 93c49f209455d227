import { canonicalHash } from '../record/hash.ts'
import type { TextRef } from '../record/kept-text.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { openedAnew } from './asked-anew.ts'
import { talksPaused, talksResumed } from './discussion-paused.ts'
import { handsOn, keptDraw } from './draws.ts'
import { setUpEvents } from './event-set-up.ts'
import type { JournalEvent } from './event.ts'
import { askedAgain, conflictOf, declared, withoutPeople } from './evolve-declarations.ts'
import { addedToSample, assigned, calibrating } from './evolve-opened.ts'
import { newReview } from './new-review.ts'
import { keepsRubric } from './opened.ts'
import { isOutside } from './outside.ts'
import { judgedAnew, type ListedApplication } from './set-up-state.ts'
import type { Person } from './setup.ts'
import type { Competition, Review } from './state.ts'
import { asTaken } from './taken-preset.ts'
import { upserted, without, withSetUp } from './with-set-up.ts'

export type SetUpEvent = Extract<JournalEvent, { kind: keyof typeof setUpEvents }>

/** Whether an event belongs to the set-up, and to no review. */
export function isOfSetUp(event: JournalEvent): event is SetUpEvent {
  return Object.hasOwn(setUpEvents, event.kind)
}

/** An application of which nothing but its name and panel is known. */
export const notTold = {
  home: null,
  requested: null,
  received: null,
  involved: { districts: null, partners: null, consultants: null, signatories: null },
} as const

/** The competition after an event of its set-up. */
export function afterSetUp(state: Competition, event: SetUpEvent): Competition {
  const next = applied(state, event)
  // A draw alone changes nothing that a page of the set-up shows.
  if (event.kind === 'assignment.drawn') return next
  const saved = { ...next.setUp.saved, [event.kind]: event.version }
  return { ...next, setUp: { ...next.setUp, edition: event.version, saved } }
}

function applied(state: Competition, event: SetUpEvent): Competition {
  const { at, by } = event
  switch (event.kind) {
    case 'competition.named':
      return { ...state, title: event.data.title }
    case 'preset.taken': {
      const { preset, rubric, rules, checklist } = event.data
      const next = { ...withRubric(state, rubric, event), rules }
      return withSetUp(next, { checklist, preset: asTaken(preset, rubric, rules) })
    }
    case 'rubric.set': {
      const { rubric, why, touched } = event.data
      const again = new Map(touched.map(({ review, seats }) => [review, seats]))
      const next = withRubric(state, rubric, { at, by, why })
      return {
        ...next,
        reviews: next.reviews.map((review, index) => {
          const seats = again.get(review.id)
          const was = state.reviews[index]?.rubric ?? review.rubric
          return seats ? openedAnew(review, was, seats, { at, why }) : review
        }),
      }
    }
    case 'rules.set':
      return { ...state, rules: event.data.rules }
    case 'dates.set':
      // Without days for reminders, as all were once, those that there are stay.
      return withSetUp(state, { ...event.data })
    case 'people.set':
      return withRoles({ ...state, people: upserted(state.people, event.data.people) }, event.data.people)
    case 'people.removed':
      return withoutPeople(state, event.data.people)
    case 'applications.set':
      return askedAgain(listed(state, event.data.applications, event.version), event.data.again ?? [])
    case 'applications.removed':
      return unlisted(state, event.data.applications)
    case 'checklist.set':
      return withSetUp(state, { checklist: event.data.items })
    case 'intake.judged': {
      const { applications, item, outcome, basis } = event.data
      const { intake } = state.setUp
      const judged = applications.map((application) => [
        application,
        {
          ...intake[application],
          [item]: judgedAnew(intake[application]?.[item], { outcome, at, by, basis }),
        },
      ])
      return withSetUp(state, { intake: { ...intake, ...Object.fromEntries(judged) } })
    }
    case 'conflict.declared':
      return declared(
        state,
        event.data.answers.map(({ application, answer, reason }) => ({
          application,
          person: by,
          conflict: conflictOf(answer, at, reason),
        })),
      )
    case 'conflict.recorded':
      return declared(
        state,
        event.data.answers.map(({ application, person, answer, reason }) => ({
          application,
          person,
          conflict: conflictOf(answer, at, reason),
        })),
      )
    case 'declaration.decided': {
      const { application, person, outcome, reason } = event.data
      return declared(state, [{ application, person, conflict: { status: outcome, at, reason } }])
    }
    case 'assignment.drawn':
      return withSetUp(state, { draws: [...state.setUp.draws, keptDraw(state, event)] })
    case 'assignment.drafted': {
      const draft = { ...event.data, drawn: event.data.drawn ?? null }
      return withSetUp(state, { draft: { ...draft, hands: handsOn(state, draft, event) } })
    }
    case 'assignment.opened':
      return assigned(state, event.data.applications, at)
    case 'notice.attached': {
      const { documents, words } = state.setUp.notice
      const others = documents.filter(({ id }) => id !== event.data.document.id)
      return withSetUp(state, { notice: { documents: [...others, event.data.document], words } })
    }
    case 'notice.confirmed': {
      const { documents, words } = state.setUp.notice
      const { rubric } = event.data
      const others = without(words, [rubric])
      return withSetUp(state, {
        notice: { documents, words: { ...others, [rubric]: event.data.words } },
      })
    }
    case 'calibration.started':
      return calibrating(state, event.data, at)
    case 'calibration.added':
      return addedToSample(state, event.data.reviewers, at)
    case 'calibration.shown': {
      const { calibration } = state.setUp
      return withSetUp(state, { calibration: calibration && { ...calibration, shownAt: at } })
    }
    case 'competition.paused':
      return withSetUp(talksPaused(state, at), { paused: { at, by, reason: event.data.reason } })
    case 'competition.resumed':
      return withSetUp(talksResumed(state, at), { paused: null })
  }
}

/**
 * Whoever comes to staff, or becomes the selecting official, takes what they declared with them; whoever leaves them for a panel knows of
 * no review by what they declared before. Who has a seat keeps their role.
 */
function withRoles(state: Competition, people: readonly Person[]): Competition {
  const reviews = state.reviews.map((review) => {
    const conflicts = { ...review.conflicts }
    for (const person of people) {
      if (isMember(state, review, person.id)) continue
      const declared = state.setUp.declarations[review.application]?.[person.id]
      if (isOutside(person) && declared) conflicts[person.id] = declared
      else delete conflicts[person.id]
    }
    return { ...review, conflicts }
  })
  return { ...state, reviews }
}

function isMember({ panels }: Competition, { panel, seats }: Review, person: string): boolean {
  return (
    seats.some((seat) => seat.person === person) ||
    panels.some(({ id, monitor }) => id === panel && monitor === person)
  )
}

/** What has been revealed stays with the version that its forms were attested by. */
function withRubric(
  state: Competition,
  rubric: Rubric,
  { at, by, why = null }: { readonly at: number; readonly by: string; readonly why?: TextRef | null },
): Competition {
  const sha256 = canonicalHash(rubric)
  const reviews = state.reviews.map((review) =>
    keepsRubric(state, review) ? review : { ...review, rubric: sha256 },
  )
  const rubrics = { ...state.setUp.rubrics, [sha256]: rubric }
  const { id, version } = rubric
  const versions = [...state.setUp.versions, { sha256, version, at, by, why }]
  return withSetUp({ ...state, reviews, rubric: { id, version, sha256 } }, { rubrics, versions })
}

function listed(
  state: Competition,
  set: readonly Omit<ListedApplication, 'panel'>[],
  version: number,
): Competition {
  const panels = new Map(state.applications.map(({ id, panel }) => [id, panel]))
  const entries = set.map((entry) => ({ ...entry, panel: panels.get(entry.id) ?? '' }))
  const fresh = entries.filter(({ id }) => !panels.has(id))
  const entered = Object.fromEntries(entries.map(({ id }) => [id, version]))
  const next = {
    ...state,
    applications: upserted(state.applications, entries),
    reviews: [...state.reviews, ...fresh.map(({ id }) => newReview({ id }, state.rubric.sha256))],
  }
  return withSetUp(next, { entered: { ...state.setUp.entered, ...entered } })
}

function unlisted(state: Competition, removed: readonly string[]): Competition {
  const draft = state.setUp.draft && {
    ...state.setUp.draft,
    places: without(state.setUp.draft.places, removed),
  }
  const next = {
    ...state,
    applications: state.applications.filter(({ id }) => !removed.includes(id)),
    reviews: state.reviews.filter(({ application }) => !removed.includes(application)),
  }
  const { intake, declarations, entered } = state.setUp
  return withSetUp(next, {
    draft,
    entered: without(entered, removed),
    intake: without(intake, removed),
    declarations: without(declarations, removed),
  })
}
