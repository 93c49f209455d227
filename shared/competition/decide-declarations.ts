import type { SetUpCaseOf, SetUpOutcome } from './decide-set-up.ts'
import { leavesStaff } from './recused-staff.ts'
import { refuse, type Refusal } from './refusal.ts'
import type { Competition, Conflict } from './state.ts'

/** Answers about conflicts before anybody is assigned: each for oneself, and again until the application is opened to one's panel. */
export function declareConflicts({
  state,
  person,
  command,
  keep,
}: SetUpCaseOf<'conflict.declare'>): SetUpOutcome {
  for (const { application, answer } of command.answers) {
    const refusal =
      applicationFault(state, application, person.id) ??
      answerFault(state.setUp.declarations[application]?.[person.id], answer)
    if (refusal) return refusal
  }
  const recusing = command.answers.flatMap(({ application, answer }) =>
    answer === 'recused' ? [{ application, person: person.id }] : [],
  )
  if (!leavesStaff(state, state.people, recusing)) return lastStaff
  if (hasTwice(command.answers.map(({ application }) => application))) return twice
  // The same answer again says nothing new, whatever is written with it.
  const fresh = command.answers.filter(
    ({ application, answer }) => state.setUp.declarations[application]?.[person.id]?.status !== answer,
  )
  if (fresh.length === 0) return []
  const answers = fresh.map(({ application, answer, reason }) => ({
    application,
    answer,
    reason: reason === '' ? null : keep(reason),
  }))
  return [{ kind: 'conflict.declared', data: { answers } }]
}

/** Records what people answered elsewhere, with where that stands. It undoes no recusal and answers no question to staff. */
export function recordConflicts({ state, command, keep }: SetUpCaseOf<'conflict.record'>): SetUpOutcome {
  for (const { application, person, answer } of command.answers) {
    if (!state.people.some(({ id }) => id === person)) return refuse('malformed', `There is no ${person}.`)
    const before = state.setUp.declarations[application]?.[person]
    const refusal = applicationFault(state, application, person) ?? answerFault(before, answer)
    if (refusal) return refusal
  }
  const recusing = command.answers.filter(({ answer }) => answer === 'recused')
  if (!leavesStaff(state, state.people, recusing)) return lastStaff
  if (hasTwice(command.answers.map(({ application, person }) => `${application} ${person}`))) return twice
  // The same basis for many answers is kept once.
  const kept = new Map<string, ReturnType<typeof keep>>()
  const reasonOf = (reason: string) => {
    const ref = kept.get(reason) ?? keep(reason)
    kept.set(reason, ref)
    return ref
  }
  const answers = command.answers.map(({ application, person, answer, reason }) => ({
    application,
    person,
    answer,
    reason: reasonOf(reason),
  }))
  return [{ kind: 'conflict.recorded', data: { answers } }]
}

/** Staff decide on "not sure", or undo a recusal, before the application is opened to that person's panel; nobody about themselves. */
export function decideDeclaration({
  state,
  person: by,
  command,
  keep,
}: SetUpCaseOf<'declaration.decide'>): SetUpOutcome {
  const { application, person, outcome } = command
  if (person === by.id)
    return refuse('not-yours', 'Nobody decides about themselves. Another of program staff does.')
  const fault = applicationFault(state, application, person)
  if (fault) return fault
  const status = state.setUp.declarations[application]?.[person]?.status
  const waits = status === 'unsure'
  const undone = status === 'recused' && outcome === 'cleared'
  if (!waits && !undone)
    return refuse('out-of-turn', 'There is nothing to decide: nobody asked, and nobody is recused.')
  if (outcome === 'recused' && !leavesStaff(state, state.people, [{ application, person }])) return lastStaff
  return [
    { kind: 'declaration.decided', data: { application, person, outcome, reason: keep(command.reason) } },
  ]
}

function applicationFault(state: Competition, application: string, person: string): Refusal | null {
  if (!state.applications.some(({ id }) => id === application))
    return refuse('malformed', `There is no application ${application}.`)
  const sits = state.reviews.some(
    (review) =>
      review.application === application &&
      (review.seats.some((seat) => seat.person === person) ||
        state.panels.some(({ id, monitor }) => id === review.panel && monitor === person)),
  )
  return sits
    ? refuse('out-of-turn', 'The application is open to its panel. Recuse from it on its own page.')
    : null
}

function answerFault(
  before: Conflict | undefined,
  answer: 'certified' | 'recused' | 'unsure',
): Refusal | null {
  if (before?.status === 'recused' && answer !== 'recused')
    return refuse('out-of-turn', 'A recusal is undone by staff alone.')
  if (before?.status === 'unsure' && answer === 'certified')
    return refuse('out-of-turn', 'Staff have the question. The application stays shut until they decide.')
  return null
}

const lastStaff = refuse('out-of-turn', 'Nobody of program staff would be left for it. Add somebody first.')

const twice = refuse('malformed', 'One answer stands there twice.')

function hasTwice(keys: readonly string[]): boolean {
  return new Set(keys).size !== keys.length
}
