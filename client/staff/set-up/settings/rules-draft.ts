import { useState } from 'react'
import { canonicalJson } from '../../../../shared/record/canonical.ts'
import { rulesSchema, type Rules } from '../../../../shared/competition/setup.ts'
import type { RuleName } from '../../../../shared/set-up-words/rule-words.ts'
import { useBegun, type Begun } from '../use-begun.ts'

/** The rules as they are being changed on a page. */
export interface RulesDraft {
  /** As they would be saved: what was changed here, over what is saved by whomever. */
  readonly rules: Rules
  /** What was changed here and is not saved. */
  readonly changed: readonly RuleName[]
  readonly begun: Begun
  readonly change: (rules: Rules) => void
  readonly discard: () => void
}

/** Holds what was changed of the rules until it is saved. What others save meanwhile comes through where nothing was changed here. */
export function useRulesDraft(saved: Rules, edition: number): RulesDraft {
  const [draft, setDraft] = useState<{ readonly from: Rules; readonly rules: Rules } | null>(null)
  const rules = draft ? overlaid(draft.from, draft.rules, saved) : saved
  const changed = differing(saved, rules)
  const begun = useBegun({
    isDrafting: changed.length > 0,
    saved,
    edition,
    // What others saved of other rules stands here already.
    differs: (before, now) => differing(before, now).some((name) => changed.includes(name)),
  })
  return {
    rules,
    changed,
    begun,
    change: (next) => setDraft({ from: saved, rules: next }),
    discard: () => setDraft(null),
  }
}

/** The saved rules with what was changed from one to another laid over them. */
export function overlaid(from: Rules, to: Rules, saved: Rules): Rules {
  const mine = differing(from, to)
  const kept = Object.entries(saved).filter(([name]) => !mine.some((each) => each === name))
  const put = mine.filter((name) => to[name] !== undefined).map((name) => [name, to[name]] as const)
  return rulesSchema.parse(Object.fromEntries([...kept, ...put]))
}

function differing(before: Rules, after: Rules): readonly RuleName[] {
  const names = Object.keys(rulesSchema.shape) as RuleName[]
  return names.filter(
    (name) => canonicalJson([before[name] ?? null]) !== canonicalJson([after[name] ?? null]),
  )
}
