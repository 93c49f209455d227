import { steps } from '../shared/competition/step.ts'
import type { ReviewView } from '../shared/competition/view.ts'
import { votedPriority, type Rubric } from '../shared/rubric/rubric.ts'
import type { Step } from './ui/steps.tsx'

/** The competition's steps after a tier is locked; no review of this version reaches them. */
const later = ['finalists', 'presentation', 'released'] as const

/**
 * All steps in order, each done, now or later, as a review stands for the person who sees it. By a rubric on which nothing is voted
 * there is no vote among them; while the rubric is not known it is null.
 */
export function stepsOf(
  { step: now, lock }: Pick<ReviewView, 'step' | 'lock'>,
  rubric: Pick<Rubric, 'priorities'> | null,
): readonly Step[] {
  const votes = rubric === null || votedPriority(rubric) !== undefined
  const all = [...steps, ...later].filter((step) => votes || step !== 'vote')
  const at = all.indexOf(now)
  const locked = lock?.status === 'locked'
  return all.map((step, index) => ({
    label: stepWord(step),
    status: index < at || (step === 'locked' && locked) ? 'done' : index === at ? 'now' : 'later',
  }))
}

/** The steps of a sample: it is scored, and nothing comes of it for the application. */
export function sampleStepsOf({ step }: Pick<ReviewView, 'step'>, ready: boolean): readonly Step[] {
  const asked = step === 'conflicts'
  return [
    { label: 'Conflicts', status: asked ? 'now' : 'done' },
    { label: 'Score', status: asked ? 'later' : ready ? 'done' : 'now' },
  ]
}

/** The step's word as the interface writes it: "Score". */
export function stepWord(step: string): string {
  return step.charAt(0).toUpperCase() + step.slice(1)
}
