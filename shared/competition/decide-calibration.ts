import type { SetUpCaseOf, SetUpOutcome } from './decide-set-up.ts'
import { calibrationReview, isOpened } from './opened.ts'
import { refuse } from './refusal.ts'
import { labelOf } from './state.ts'

/** Gives every reviewer a seat on a sample, to be scored before the real applications. */
export function startCalibration({ state, command }: SetUpCaseOf<'calibration.start'>): SetUpOutcome {
  const { application } = command
  const listed = state.applications.find(({ id }) => id === application)
  if (!listed) return refuse('malformed', `There is no application ${application}.`)
  if (state.setUp.calibration) return refuse('out-of-turn', 'There is a sample already.')
  if (isOpened(state, application) || state.setUp.draft?.places[application] !== undefined)
    return refuse('out-of-turn', `${listed.applicant} is on a panel. A sample is read by everybody.`)
  const reviewers = state.people.filter(({ role }) => role === 'reviewer').map(({ id }) => id)
  if (reviewers.length === 0) return refuse('out-of-turn', 'There are no reviewers yet.')
  if (reviewers.length > mostOnSample) return tooMany(reviewers.length)
  return [{ kind: 'calibration.started', data: { application, reviewers } }]
}

/**
 * Gives reviewers a seat on the sample who came after it began. Refused: who has a seat on it, and who has said that they have a part in
 * the application, or asked whether they have.
 */
export function addToCalibration({ state, command }: SetUpCaseOf<'calibration.add'>): SetUpOutcome {
  const { reviewers } = command
  const sample = calibrationReview(state)
  if (!sample) return refuse('out-of-turn', 'There is no sample.')
  if (new Set(reviewers).size < reviewers.length) return refuse('malformed', 'Somebody stands there twice.')
  for (const id of reviewers) {
    const label = labelOf(state, id)
    if (!state.people.some((person) => person.id === id && person.role === 'reviewer'))
      return refuse('malformed', `${label} is no reviewer.`)
    const declared = state.setUp.declarations[sample.application]?.[id]?.status
    if (declared === 'recused' || declared === 'unsure')
      return refuse('out-of-turn', `${label} is recused from it, or has asked staff about it.`)
    if (sample.seats.some(({ person }) => person === id))
      return refuse('out-of-turn', `${label} has a seat on the sample already.`)
  }
  const seats = sample.seats.length + reviewers.length
  if (seats > mostOnSample) return tooMany(seats)
  return [{ kind: 'calibration.added', data: { reviewers } }]
}

/** Opens the spread of the sample's scores to the reviewers, who go on with their real applications. */
export function showCalibration({ state, unread }: SetUpCaseOf<'calibration.show'>): SetUpOutcome {
  const { calibration } = state.setUp
  if (!calibration) return refuse('out-of-turn', 'There is no sample.')
  if (calibration.shownAt !== null) return refuse('out-of-turn', 'It is open to them already.')
  const scored = calibrationReview(state)?.seats.some(({ attested }) => attested)
  if (!scored && !unread?.has(calibration.review))
    return refuse('out-of-turn', 'Nobody has scored the sample yet.')
  return [{ kind: 'calibration.shown', data: {} }]
}

/** Seats have two digits. */
const mostOnSample = 99

const tooMany = (reviewers: number) =>
  refuse('too-many', `A sample takes ${mostOnSample} reviewers; there are ${reviewers}.`)
