import type { Competition } from './state.ts'

/** Why an application is not reviewed, or null: something that is asked for before the review is not met. */
export function failsIntake(state: Competition, application: string): string | null {
  const judged = state.setUp.intake[application] ?? {}
  const failed = state.setUp.checklist.find(
    ({ id, before }) => before === 'review' && judged[id]?.outcome === 'notMet',
  )
  const { applicant = application } = state.applications.find(({ id }) => id === application) ?? {}
  return failed ? `${applicant} does not meet “${failed.title}”, so nobody reviews it.` : null
}
