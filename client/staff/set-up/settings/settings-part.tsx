import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import type { View } from '../../../../shared/competition/view.ts'
import { ruleGroups } from '../../../../shared/set-up-words/rule-words.ts'
import { faultsTogether } from '../../../../shared/set-up-words/usual-rules.ts'
import { useRubric } from '../../../live/read.ts'
import { Blockers } from '../../../ui/blockers.tsx'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Link } from '../../../ui/link.tsx'
import { Leaving } from '../../leaving.tsx'
import { useSetUpCommand } from '../use-set-up.ts'
import { useDatesDraft } from './dates-draft.ts'
import { DatesForm } from './dates-form.tsx'
import { groupId, RulesForm } from './rules-form.tsx'
import { useRulesDraft } from './rules-draft.ts'
import './settings.css'

export interface SettingsPartProps {
  readonly view: View
  readonly setUp: SetUpPage
  /** What in it is open, from the address; null for the whole. */
  readonly item: string | null
}

/** The dates of the competition, which every one of them has to set, and every rule with what it changes and for whom. */
export function SettingsPart({ view, setUp }: SettingsPartProps) {
  const rubric = useRubric(setUp.rubric.name)
  const rules = useRulesDraft(setUp.rules, setUp.edition)
  const dates = useDatesDraft(setUp)
  const [sentRules, sentDates] = [useSetUpCommand(), useSetUpCommand()]
  if (rubric.is === 'reading') return <p className="third">Reading the rubric …</p>
  if (rubric.is === 'failed')
    return (
      <Empty title="The settings are not here." sentence={rubric.sentence}>
        <Button onClick={rubric.again}>Try again</Button>
      </Empty>
    )
  const faults = faultsTogether(rubric.value, rules.rules)
  return (
    <div className="settings">
      <nav aria-label="Groups of settings">
        <ul className="settings-groups">
          {['Dates', ...ruleGroups.map(({ title }) => title)].map((title) => (
            <li key={title}>
              <Link look="quiet" href={`#${groupId(title)}`}>
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {faults.length > 0 && <h2 className="visually-hidden">What does not fit</h2>}
      <Blockers title="These do not go together" things={faults.map((sentence) => ({ sentence }))} />
      <DatesForm draft={dates} sent={sentDates} first={setUp.zone === null} />
      <RulesForm
        draft={rules}
        rubric={rubric.value}
        preset={setUp.preset}
        sent={sentRules}
        revealed={view.reviews.some(({ revealed }) => revealed !== null)}
        locked={view.reviews.some(({ step }) => step === 'locked')}
      />
      <Leaving
        asks={rules.changed.length > 0 || dates.isChanged}
        title="Leave without saving?"
        stay="Stay here"
        leave="Leave without saving"
      >
        What you changed of the settings is only on this page. Leave, and it stays as it was saved.
      </Leaving>
    </div>
  )
}
