import type { SetUpApplication } from '../competition/set-up-page.ts'
import type { Check } from '../competition/set-up.ts'

/** Where an application stands at intake. */
export interface IntakeStanding {
  readonly met: number
  readonly notMet: readonly Check[]
  readonly open: readonly Check[]
  /** The first of what is asked before the review that is not met: then nobody reviews it. */
  readonly fails: Check | null
}

export function intakeStanding(
  checklist: readonly Check[],
  { intake }: Pick<SetUpApplication, 'intake'>,
): IntakeStanding {
  const notMet = checklist.filter(({ id }) => intake[id]?.outcome === 'notMet')
  const open = checklist.filter(({ id }) => !intake[id])
  return {
    met: checklist.length - notMet.length - open.length,
    notMet,
    open,
    fails: notMet.find(({ before }) => before === 'review') ?? null,
  }
}

/** Where it stands in a few words: what is not met first, then what is not judged. */
export function toldStanding({ met, notMet, open }: IntakeStanding): string {
  const parts = [
    notMet.length > 0 && `${notMet.length} not met`,
    open.length > 0 && `${open.length} not judged`,
  ].filter((part) => part !== false)
  if (parts.length > 0) return parts.join(' · ')
  return met === 0 ? 'Nothing is checked' : 'All met'
}
