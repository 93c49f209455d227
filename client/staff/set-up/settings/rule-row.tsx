import { useId, useState } from 'react'
import { rulesOf2010 } from '../../../../shared/competition/rules.ts'
import type { Rules } from '../../../../shared/competition/setup.ts'
import type { Rubric } from '../../../../shared/rubric/rubric.ts'
import { ruleWords, type RuleName } from '../../../../shared/set-up-words/rule-words.ts'
import { toldRule } from '../../../../shared/set-up-words/told-rule.ts'
import { isUsual, putBack, usualRules } from '../../../../shared/set-up-words/usual-rules.ts'
import { announce } from '../../../ui/announce.tsx'
import { Link } from '../../../ui/link.tsx'
import { RuleControl } from './rule-control.tsx'

interface RuleRowProps {
  readonly name: RuleName
  readonly rules: Rules
  readonly rubric: Rubric
  /** It was changed here and is not saved. */
  readonly unsaved: boolean
  /** Scores have been revealed that were made by it. */
  readonly fixed: boolean
  readonly onChange: (rules: Rules) => void
}

/** One rule: what it changes, how it was in 2010, and what it is changed with. */
export function RuleRow({ name, rules, rubric, unsaved, fixed, onChange }: RuleRowProps) {
  const id = useId()
  const [turn, setTurn] = useState(0)
  const { title, changes, later } = ruleWords[name]
  const usual = toldRule(name, usualRules(rubric), rubric)
  const isAsUsual = isUsual(name, rules, rubric)
  const back = isAsUsual ? null : putBack(name, rules, rubric)
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
        <p className="setting-usual">
          {name in rulesOf2010 ? 'In 2010' : 'Usually'}: {usual}.
          {!isAsUsual && <strong className="setting-changed">Not so here.</strong>}
          {!fixed && back && (
            <Link
              aria-label={`Put back: ${title}`}
              onClick={() => {
                setTurn(turn + 1)
                onChange(back)
                announce(`${title}: ${usual}.`)
              }}
            >
              Put back
            </Link>
          )}
          {!isAsUsual && !back && !fixed && <span>This rubric cannot give that.</span>}
        </p>
      </div>
      <div className="setting-control" data-wide={wide || undefined}>
        {fixed ? (
          <p className="setting-fixed">
            <strong>{capital(toldRule(name, rules, rubric))}</strong> Scores have been revealed that were made
            by it, so it stays.
          </p>
        ) : (
          <RuleControl key={turn} name={name} rules={rules} rubric={rubric} onChange={onChange} />
        )}
        {unsaved && <p className="setting-unsaved">Changed, not saved yet.</p>}
      </div>
    </div>
  )
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}
