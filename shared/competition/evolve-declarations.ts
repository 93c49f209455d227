import type { TextRef } from '../record/kept-text.ts'
import { isOutside } from './outside.ts'
import { isCertification, type Competition, type Conflict } from './state.ts'
import { without, withSetUp } from './with-set-up.ts'

export interface Answered {
  readonly application: string
  readonly person: string
  readonly conflict: Conflict
}

/** Staff and the selecting official sit on no panel: what they declare stands with the review at once. */
export function declared(state: Competition, answers: readonly Answered[]): Competition {
  const outside = new Set(state.people.filter(isOutside).map(({ id }) => id))
  // There can be ten thousand: each application's answers are copied once.
  const declarations: Record<string, Readonly<Record<string, Conflict>>> = { ...state.setUp.declarations }
  const conflicts = new Map<string, Readonly<Record<string, Conflict>>>()
  for (const [application, given] of Map.groupBy(answers, (answer) => answer.application)) {
    declarations[application] = { ...declarations[application], ...byPerson(given) }
    conflicts.set(application, byPerson(given.filter(({ person }) => outside.has(person))))
  }
  const reviews = state.reviews.map((review) => {
    const own = conflicts.get(review.application) ?? {}
    if (Object.keys(own).length === 0) return review
    return { ...review, conflicts: { ...review.conflicts, ...own } }
  })
  return withSetUp({ ...state, reviews }, { declarations })
}

function byPerson(answers: readonly Answered[]): Record<string, Conflict> {
  return Object.fromEntries(answers.map(({ person, conflict }) => [person, conflict]))
}

/** An answer as it stands with an application. */
export function conflictOf(
  answer: 'certified' | 'recused' | 'unsure',
  at: number,
  reason: TextRef | null,
): Conflict {
  return answer === 'certified' ? { status: answer, at } : { status: answer, at, reason }
}

/** What was certified against other names is open again; a recusal and a question to staff stay. */
export function askedAgain(state: Competition, applications: readonly string[]): Competition {
  const declarations = Object.fromEntries(
    Object.entries(state.setUp.declarations).map(([application, answers]) => [
      application,
      applications.includes(application)
        ? Object.fromEntries(Object.entries(answers).filter(([, answer]) => !isCertification(answer)))
        : answers,
    ]),
  )
  const reviews = state.reviews.map((review) => {
    if (!applications.includes(review.application)) return review
    const stay = Object.entries(review.conflicts).filter(([, answer]) => !isCertification(answer))
    return { ...review, conflicts: Object.fromEntries(stay) }
  })
  return withSetUp({ ...state, reviews }, { declarations })
}

/** Nobody who comes later under the same id has answered what these did. */
export function withoutPeople(state: Competition, removed: readonly string[]): Competition {
  const declarations = Object.fromEntries(
    Object.entries(state.setUp.declarations).map(([application, answers]) => [
      application,
      without(answers, removed),
    ]),
  )
  const reviews = state.reviews.map((review) => ({
    ...review,
    conflicts: without(review.conflicts, removed),
  }))
  const people = state.people.filter(({ id }) => !removed.includes(id))
  return withSetUp({ ...state, people, reviews }, { declarations })
}
