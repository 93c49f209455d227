import { rulesOf2010 } from '../../competition/rules.ts'
import type { Rules } from '../../competition/setup.ts'
import { raceToTheTop } from '../race-to-the-top.ts'
import type { Rubric } from '../rubric.ts'
import { foundation } from './foundation.ts'
import { horizonEurope, horizonTieBreak } from './horizon-europe.ts'
import { nihSimplified } from './nih-simplified.ts'

/** What a competition can begin with. All of it can be changed afterwards. */
export interface Preset {
  readonly id: string
  readonly title: string
  /** What it is, for who chooses. */
  readonly sentence: string
  readonly rubric: Rubric
  /** Nothing left open but texts and money, so that none of it changes when what is usual does. */
  readonly rules: Rules
}

/** The presets, in the order in which they are offered. */
export const presets: readonly Preset[] = [
  {
    id: 'race-to-the-top-2010',
    title: 'Race to the Top, 2010',
    sentence:
      '19 criteria in 41 rows for 485 points, and 15 points for STEM by a majority of the panel; finalists have 400 points or more.',
    rubric: raceToTheTop,
    rules: rulesOf2010,
  },
  {
    id: 'nih-simplified-2025',
    title: 'NIH simplified framework, 2025',
    sentence:
      'Two factors scored 1 to 9, a third judged sufficient or not, and an overall impact score of which the mean times 10 is the result; 1 is best.',
    rubric: nihSimplified,
    rules: {
      ...rulesOf2010,
      // Half of the range is a wide gap on nine steps, and a neighboring step says little.
      flags: { split: { percent: 50, points: 4 }, spread: { percent: 35, points: 3 } },
      scoreLine: 3,
      tieBreak: [],
      slotMinutes: 20,
      itemMinutes: 5,
    },
  },
  {
    id: 'horizon-europe-ria',
    title: 'Horizon Europe, research and innovation actions',
    sentence:
      'Excellence, Impact and Implementation from 0 to 5 in halves, with at least 3 on each and 10 of 15 together; among equals Excellence goes first, then Impact.',
    rubric: horizonEurope,
    rules: {
      ...rulesOf2010,
      flags: { split: { percent: 40, points: 4 }, spread: { percent: 30, points: 3 } },
      scoreLine: 20,
      tieBreak: [...horizonTieBreak],
      slotMinutes: 60,
      itemMinutes: 15,
    },
  },
  {
    id: 'foundation',
    title: 'A foundation’s form',
    sentence: 'Five criteria for 100 points, no priorities and no bands: a plain form to make one’s own.',
    rubric: foundation,
    rules: {
      ...rulesOf2010,
      scoreLine: 70,
      tieBreak: [],
      funding: 'pass',
      smallestPanel: 2,
      slotMinutes: 30,
      itemMinutes: 5,
    },
  },
]
