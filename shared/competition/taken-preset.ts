import type { Rubric, Scale } from '../rubric/rubric.ts'
import { isFrozen } from './opened.ts'
import { rulesOf2010 } from './rules.ts'
import type { Rules } from './setup.ts'
import type { Competition } from './state.ts'

/** What a competition began with when it took a preset: what its rules are compared with from then on. */
export interface TakenPreset {
  readonly id: string
  /** As its rubric was called. */
  readonly title: string
  /** As they were taken over, in units of the preset's own step. */
  readonly rules: Rules
  /** How many of these units make a point. */
  readonly perPoint: Scale['perPoint']
}

/** The preset of which everything is told as it was in 2010. */
export const presetOf2010 = 'race-to-the-top-2010'

/** What is kept of a preset that is taken. */
export function asTaken(id: string, rubric: Rubric, rules: Rules): TakenPreset {
  return { id, title: rubric.title, rules, perPoint: rubric.scale?.perPoint ?? 1 }
}

/** The preset that was taken last; a rehearsal is opened with that of 2010. Null where none was. */
export function presetOf({ setUp, rehearsal, rubric }: Competition, opening: Rubric): TakenPreset | null {
  if (setUp.preset) return setUp.preset
  return rehearsal && rubric.id === presetOf2010 ? asTaken(presetOf2010, opening, rulesOf2010) : null
}

/** Whether anybody has chosen the rubric: by a preset, by a change of their own, or by opening an application on it. */
export function isRubricChosen(state: Competition): boolean {
  return isFrozen(state) || state.setUp.preset !== null || state.setUp.versions.length > 1
}
