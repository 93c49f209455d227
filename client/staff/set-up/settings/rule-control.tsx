import { rulesOf } from '../../../../shared/competition/rules.ts'
import type { Rules } from '../../../../shared/competition/setup.ts'
import { mostUnits } from '../../../../shared/rubric/rubric-limits.ts'
import type { Rubric } from '../../../../shared/rubric/rubric.ts'
import {
  ruleChoices,
  ruleNumbers,
  ruleTexts,
  ruleWords,
  type RuleName,
} from '../../../../shared/set-up-words/rule-words.ts'
import { withoutRule } from '../../../../shared/set-up-words/usual-rules.ts'
import { Select } from '../../../ui/select.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { FlagsSetting } from './flags-setting.tsx'
import { PointsNumber } from './points-number.tsx'
import { TieBreakSetting } from './tie-break-setting.tsx'
import { TypedNumber, wholeBetween } from './typed-number.tsx'

interface RuleControlProps {
  readonly name: RuleName
  readonly rules: Rules
  readonly rubric: Rubric
  readonly onChange: (rules: Rules) => void
}

/** What a rule is changed with. */
export function RuleControl({ name, rules: given, rubric, onChange }: RuleControlProps) {
  const rules = rulesOf(given)
  const { title } = ruleWords[name]
  const set = (part: Rules): void => onChange({ ...given, ...part })
  switch (name) {
    case 'flags':
      return <FlagsSetting flags={rules.flags} rubric={rubric} onChange={(flags) => set({ flags })} />
    case 'scoreLine':
      return (
        <PointsNumber
          label={title}
          hiddenLabel
          rubric={rubric}
          units={rules.scoreLine}
          most={mostUnits}
          onChange={(scoreLine) => set({ scoreLine })}
        />
      )
    case 'tieBreak':
      return (
        <TieBreakSetting chosen={rules.tieBreak} rubric={rubric} onChange={(tieBreak) => set({ tieBreak })} />
      )
    case 'majority':
      return <OneOf of={name} value={rules.majority} onChange={(majority) => set({ majority })} />
    case 'comments':
      return <OneOf of={name} value={rules.comments} onChange={(comments) => set({ comments })} />
    case 'summary':
      return <OneOf of={name} value={rules.summary} onChange={(summary) => set({ summary })} />
    case 'averaging':
      return <OneOf of={name} value={rules.averaging} onChange={(averaging) => set({ averaging })} />
    case 'funding':
      return <OneOf of={name} value={rules.funding} onChange={(funding) => set({ funding })} />
    case 'lineSeenBy':
      return <OneOf of={name} value={rules.lineSeenBy} onChange={(lineSeenBy) => set({ lineSeenBy })} />
    case 'excusedCounts':
    case 'recusedCounts':
    case 'monitorReadsAttested':
    case 'secondPerson':
      return (
        <Select
          label={title}
          hiddenLabel
          value={rules[name] ? 'yes' : 'no'}
          options={yesNo}
          onChange={(answer) => set({ [name]: answer === 'yes' })}
        />
      )
    case 'attestation':
    case 'conflictText':
      return (
        <TextArea
          label="In the competition’s own words"
          most={ruleTexts[name]}
          defaultValue={given[name] ?? ''}
          placeholder="Left empty: the usual words of the product."
          rows={3}
          onInput={(event) => {
            const words = event.currentTarget.value.trim()
            if (words.length <= ruleTexts[name])
              onChange(words === '' ? withoutRule(name, given) : { ...given, [name]: words })
          }}
        />
      )
    default: {
      const { least, most, unit, open } = ruleNumbers[name]
      const figures = (number: number) => number.toLocaleString('en-US')
      return (
        <TypedNumber
          label={title}
          hiddenLabel
          unit={unit}
          value={rules[name] ?? null}
          shown={figures}
          read={wholeBetween(least, most)}
          rule={`Whole numbers from ${figures(least)} to ${figures(most)}.`}
          empty={open ? 'No bound' : undefined}
          onChange={(number) =>
            onChange(number === null ? withoutRule(name, given) : { ...given, [name]: number })
          }
        />
      )
    }
  }
}

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const

interface OneOfProps<Value extends string> {
  readonly of: keyof typeof ruleChoices
  readonly value: Value
  readonly onChange: (value: Value) => void
}

function OneOf<Value extends string>({ of, value, onChange }: OneOfProps<Value>) {
  const options = Object.entries(ruleChoices[of]) as [Value, string][]
  return (
    <Select
      label={ruleWords[of].title}
      hiddenLabel
      value={value}
      options={options.map(([each, label]) => ({ value: each, label }))}
      onChange={onChange}
    />
  )
}
