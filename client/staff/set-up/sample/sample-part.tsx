import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import type { View } from '../../../../shared/competition/view.ts'
import { ChooseSample } from './choose-sample.tsx'
import { SampleStanding } from './sample-standing.tsx'
import './sample.css'

export interface SamplePartProps {
  readonly view: View
  readonly setUp: SetUpPage
  /** What in it is open, from the address; null for the whole. */
  readonly item: string | null
}

/** One application that every reviewer scores before the real ones, and how far apart it came out. */
export function SamplePart({ view, setUp }: SamplePartProps) {
  return (
    <div className="sample">
      <p className="sample-words">
        A sample is one application that every reviewer scores, alone, before the real ones; until they are
        ready with it, their real applications take no points. You see how far apart the scores of each row
        are, and can open that to the reviewers, so that the same words mean the same to them.
      </p>
      {setUp.calibration ? (
        <SampleStanding view={view} setUp={setUp} calibration={setUp.calibration} />
      ) : (
        <ChooseSample setUp={setUp} />
      )}
    </div>
  )
}
