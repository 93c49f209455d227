import type { WholeRules } from '../../../../shared/competition/rules.ts'
import { mostUnits } from '../../../../shared/rubric/rubric-limits.ts'
import type { Rubric } from '../../../../shared/rubric/rubric.ts'
import { PointsNumber } from './points-number.tsx'
import { TypedNumber, wholeBetween } from './typed-number.tsx'

type Flags = WholeRules['flags']

interface FlagsSettingProps {
  readonly flags: Flags
  readonly rubric: Rubric
  readonly onChange: (flags: Flags) => void
}

/** From where on points are called a split, and a spread: a share of what the row can range over, and points; both are needed. */
export function FlagsSetting({ flags, rubric, onChange }: FlagsSettingProps) {
  return (
    <div className="flags-setting">
      {(['split', 'spread'] as const).map((flag) => {
        const change = (part: Partial<Flags['split']>) =>
          onChange({ ...flags, [flag]: { ...flags[flag], ...part } })
        const word = flag === 'split' ? 'Split' : 'Spread'
        return (
          <div key={flag} className="flags-setting-one">
            <TypedNumber
              label={`${word}, from`}
              unit="% of the row"
              value={flags[flag].percent}
              shown={String}
              read={wholeBetween(1, 100)}
              rule="Whole percent from 1 to 100."
              onChange={(percent) => {
                if (percent !== null) change({ percent })
              }}
            />
            <PointsNumber
              label={`and ${flag === 'split' ? 'a split' : 'a spread'}, from`}
              rubric={rubric}
              units={flags[flag].points}
              most={mostUnits}
              onChange={(points) => change({ points })}
            />
          </div>
        )
      })}
    </div>
  )
}
