import type { Check } from '../competition/set-up.ts'
import type { Rules } from '../competition/setup.ts'
import type { Rubric } from '../rubric/rubric.ts'

/** A preset as it is offered to staff, with all that taking it sets. */
export interface OfferedPreset {
  readonly id: string
  readonly title: string
  readonly sentence: string
  /** What its rubric is called in addresses and views. */
  readonly name: string
  readonly rubric: Rubric
  readonly rules: Rules
  readonly checklist: readonly Check[]
}
