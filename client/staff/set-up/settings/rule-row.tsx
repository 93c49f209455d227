import { useId, useState } from 'react'
import type { Rules } from '../../../../shared/competition/setup.ts'
import type { TakenPreset } from '../../../../shared/competition/taken-preset.ts'
import type { Rubric } from '../../../../shared/rubric/rubric.ts'
import { ruleWords, type RuleName } from '../../../../shared/set-up-words/rule-words.ts'
import { toldRule } from '../../../../shared/set-up-words/told-rule.ts'
import { isUsual, putBack, toldUsual } from '../../../../shared/set-up-words/usual-rules.ts'
import { announce } from '../../../ui/announce.tsx'
import { Link } from '../../../ui/link.tsx'
import { RuleControl } from './rule-control.tsx'

interface RuleRowProps {
  readonly name: RuleName
  readonly rules: Rules
  readonly rubric: Rubric
  /** What it is compared with; null where the competition began with none. */
  readonly preset: TakenPreset | null
  /** It was changed here and is not saved. */
  readonly unsaved: boolean
  /** Why it stays as it is, as a sentence; null while it can be changed. */
  readonly stays: string | null
  readonly onChange: (rules: Rules) => void
}

/** One rule: what it changes, how it stood in the preset, and what it is changed with. */
export function RuleRow({ name, rules, rubric, preset, unsaved, stays, onChange }: RuleRowProps) {
  const id = useId()
  const [turn, setTurn] = useState(0)
  const { title, changes, later } = ruleWords[name]
  const wide = name === 'attestation' || name === 'conflictText' || name === 'tieBreak' || name === 'flags'
  return (
    <div className="setting" role="group" aria-labelledby={`${id}-title`} aria-describedby={`${id}-changes`}>
      <div className="setting-words">
        <h3 id={`${id}-title`} className="t-subheading">
          {title}
        </h3>
        <p id={`${id}-changes`} className="setting-changes">
          {changes}
        </p>
        {later !== undefined && <p className="setting-later">{later}</p>}
        {preset && (
          <Usual
            name={name}
            rules={rules}
            rubric={rubric}
            preset={preset}
            fixed={stays !== null}
            onBack={(back) => {
              setTurn(turn + 1)
              onChange(back)
            }}
          />
        )}
      </div>
      <div className="setting-control" data-wide={wide || undefined}>
        {stays !== null ? (
          <p className="setting-fixed">
            <strong>{capital(toldRule(name, rules, rubric))}</strong> {stays}
          </p>
        ) : (
          <RuleControl key={turn} name={name} rules={rules} rubric={rubric} onChange={onChange} />
        )}
        {unsaved && <p className="setting-unsaved">Changed, not saved yet.</p>}
      </div>
    </div>
  )
}

interface UsualProps extends Pick<RuleRowProps, 'name' | 'rules' | 'rubric'> {
  readonly fixed: boolean
  readonly preset: TakenPreset
  readonly onBack: (rules: Rules) => void
}

/** How the rule stood in the preset that was taken, and the way back to that where it stands otherwise. */
function Usual({ name, rules, rubric, preset, fixed, onBack }: UsualProps) {
  const { title } = ruleWords[name]
  const usual = toldUsual(name, preset, rubric)
  const isAsUsual = isUsual(name, rules, preset, rubric)
  const back = isAsUsual ? null : putBack(name, rules, preset, rubric)
  return (
    <p className="setting-usual">
      {usual}.{!isAsUsual && <strong className="setting-changed">Not so here.</strong>}
      {!fixed && back && (
        <Link
          aria-label={`Put back: ${title}`}
          onClick={() => {
            onBack(back)
            announce(`${title}. ${usual}.`)
          }}
        >
          Put back
        </Link>
      )}
      {!isAsUsual && !back && !fixed && <span>This rubric cannot give that.</span>}
    </p>
  )
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}
