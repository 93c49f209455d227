import { useRef, useState } from 'react'
import { presetOf2010, type TakenPreset } from '../../../../shared/competition/taken-preset.ts'
import type { Rubric } from '../../../../shared/rubric/rubric.ts'
import { ruleGroups, whyRuleStays } from '../../../../shared/set-up-words/rule-words.ts'
import { counted } from '../../../room/number-words.ts'
import { announce } from '../../../ui/announce.tsx'
import type { SentSetUp } from '../use-set-up.ts'
import { RuleRow } from './rule-row.tsx'
import type { RulesDraft } from './rules-draft.ts'
import { SaveFoot } from './save-foot.tsx'

interface RulesFormProps {
  readonly draft: RulesDraft
  readonly rubric: Rubric
  /** What each rule is compared with; null where the competition began with no preset. */
  readonly preset: TakenPreset | null
  readonly sent: SentSetUp
  /** Whether any scores have been revealed. */
  readonly revealed: boolean
  /** Whether any review is locked. */
  readonly locked: boolean
}

/** All rules of the competition in their groups; saved together. */
export function RulesForm({ draft, rubric, preset, sent, revealed, locked }: RulesFormProps) {
  const { rules, changed, begun, change, discard } = draft
  const form = useRef<HTMLFormElement>(null)
  const [turn, setTurn] = useState(0)
  const [fault, setFault] = useState<string | null>(null)

  async function save(): Promise<void> {
    const invalid = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    setFault(invalid ? 'One of the settings cannot be taken as it is typed.' : null)
    if (invalid) return invalid.focus()
    if (!(await sent.run({ kind: 'rules.set', rules, since: begun.since }))) return
    discard()
    announce('The settings are saved.')
  }

  function drop(): void {
    setFault(null)
    setTurn(turn + 1)
    discard()
  }

  return (
    <form
      ref={form}
      aria-label="Rules"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {preset && preset.id !== presetOf2010 && (
        <p className="settings-about">
          The competition began with the preset “{preset.title}”. A rule that stands otherwise says so.
        </p>
      )}
      {ruleGroups.map(({ title, rules: names }) => (
        <section key={title} className="settings-group" aria-labelledby={groupId(title)}>
          <h2 id={groupId(title)} className="settings-heading t-heading" tabIndex={-1}>
            {title}
          </h2>
          {names.map((name) => (
            <RuleRow
              key={`${turn} ${name}`}
              name={name}
              rules={rules}
              rubric={rubric}
              preset={preset}
              unsaved={changed.includes(name)}
              stays={whyRuleStays(name, { revealed, locked })}
              onChange={change}
            />
          ))}
        </section>
      ))}
      <SaveFoot
        sentence={
          changed.length === 0
            ? null
            : `${counted(changed.length, 'setting')} changed and not saved. Saved, it holds for everybody at once.`
        }
        save="Save settings"
        discard="Discard changes to settings"
        fault={fault}
        sent={sent}
        begun={begun}
        what="The same settings were"
        onDiscard={drop}
      />
    </form>
  )
}

/** Where a group of the settings is jumped to. */
export function groupId(title: string): string {
  return `settings-${title.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`
}
