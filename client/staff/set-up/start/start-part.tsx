import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import type { View } from '../../../../shared/competition/view.ts'
import { CompetitionName } from './competition-name.tsx'
import { MissingParts } from './missing-parts.tsx'
import { Presets } from './presets.tsx'
import { WhatOpens } from './what-opens.tsx'
import './start.css'

export interface StartPartProps {
  readonly view: View
  readonly setUp: SetUpPage
  /** What in it is open, from the address; null for the whole. */
  readonly item: string | null
}

/** Where setting up begins: what the competition is called and like, what is missing, and what opens when. */
export function StartPart({ setUp }: StartPartProps) {
  return (
    <div className="start">
      <div className="start-column">
        <CompetitionName key={setUp.title} title={setUp.title} />
        <Presets setUp={setUp} />
      </div>
      <div className="start-column">
        <MissingParts setUp={setUp} />
        <WhatOpens setUp={setUp} />
      </div>
    </div>
  )
}
