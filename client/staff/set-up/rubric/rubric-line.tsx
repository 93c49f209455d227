import { useEffect, useEffectEvent, useState } from 'react'
import { rulesOf } from '../../../../shared/competition/rules.ts'
import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import type { View } from '../../../../shared/competition/view.ts'
import type { Difference } from '../../../../shared/rubric/edit/differences.ts'
import type { PlacedFault } from '../../../../shared/rubric/rubric-place.ts'
import { rubricSchema } from '../../../../shared/rubric/rubric-schema.ts'
import { scoringFaults } from '../../../../shared/scoring/rule-faults.ts'
import { goTo, setUpPath } from '../../../pages.ts'
import { Refused } from '../../../room/refused.tsx'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { useSetUpCommand } from '../use-set-up.ts'
import { ChangesList } from './changes-list.tsx'
import { JsonTools } from './json-tools.tsx'
import { NewVersion } from './new-version.tsx'
import type { RubricDraft } from './use-rubric-draft.ts'

interface RubricLineProps {
  readonly view: View
  readonly setUp: SetUpPage
  readonly draft: RubricDraft
  readonly faults: readonly PlacedFault[]
  readonly changes: readonly Difference[]
}

/** Over everything: which version this is, what was changed, back and forth, and saving. */
export function RubricLine({ view, setUp, draft, faults, changes }: RubricLineProps) {
  const { rubric, base, changed } = draft
  const [asks, setAsks] = useState(false)
  const { pending, refused, run } = useSetUpCommand()
  const next = base.version + 1
  const misfits = scoringFaults(rubric, rulesOf(setUp.rules))

  async function save(): Promise<void> {
    if (faults.length > 0 || !changed) return
    if (setUp.frozen) return setAsks(true)
    if (await run({ kind: 'rubric.set', rubric: rubricSchema.parse(rubric), why: '', since: draft.since }))
      announce('The rubric is saved.')
  }

  function back(step: ReturnType<RubricDraft['undo']>, said: string): void {
    if (!step) return announce(`There is nothing to ${said}.`)
    announce(`${said === 'undo' ? 'Undone' : 'Done again'}: ${step.what}.`)
    goTo(setUpPath('rubric', step.at))
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    if (key === 's') {
      event.preventDefault()
      void save()
    }
    // In a field the browser takes back what was typed there.
    if (
      event.target instanceof Element &&
      event.target.closest('input:not([type]), input[type=text], textarea')
    )
      return
    if (key === 'z' || key === 'y') {
      event.preventDefault()
      if (key === 'y' || event.shiftKey) back(draft.redo(), 'redo')
      else back(draft.undo(), 'undo')
    }
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event)
    addEventListener('keydown', listener)
    return () => removeEventListener('keydown', listener)
  }, [])

  return (
    <>
      <p className="rubric-line-state">
        {setUp.frozen ? (
          <>
            <Icon name="lock" size="small" /> <strong>Version {base.version}</strong> is in use, since an
            application has been opened. What you change becomes version {next}; what is there can be reworded
            and resized, and nothing of it is taken out.
          </>
        ) : !setUp.rubric.chosen ? (
          <>
            <Icon name="warning" size="small" /> <strong>No rubric is chosen yet.</strong> This is that of{' '}
            {base.title}: begin with <Link href={setUpPath()}>a preset</Link>, or save a change here.
          </>
        ) : (
          <>
            <strong>Version {base.version}</strong>, open to change until the first application is opened.
            What you change stays on this page until you save it.
          </>
        )}
      </p>
      <div className="rubric-line-tools">
        {changed && faults.length > 0 ? (
          <Button kind="cannotYet" size="small" onClick={() => focusBlockers()}>
            Save: {faults.length === 1 ? '1 thing' : `${faults.length} things`} first
          </Button>
        ) : (
          changed && (
            <Button kind="primary" size="small" pending={pending} onClick={() => void save()}>
              {setUp.frozen ? `Save as version ${next}` : 'Save'}
            </Button>
          )
        )}
        {!changed && (
          <span className="rubric-line-saved">
            <Icon name="check" size="small" /> As saved
          </span>
        )}
        <Button
          size="small"
          onClick={() => back(draft.undo(), 'undo')}
          aria-label={labelOf('Undo', draft.undoable)}
        >
          Undo
        </Button>
        <Button
          size="small"
          onClick={() => back(draft.redo(), 'redo')}
          aria-label={labelOf('Redo', draft.redoable)}
        >
          Redo
        </Button>
        <JsonTools draft={draft} frozen={setUp.frozen} />
      </div>
      <Refused sentence={refused} />
      {misfits.length > 0 && (
        <div className="rubric-line-misfits">
          <Icon name="warning" size="small" />
          <p>
            {misfits.join(' ')} <Link href={setUpPath('settings')}>Settings</Link>
          </p>
        </div>
      )}
      {changes.length > 0 && (
        <details className="rubric-line-changes">
          <summary>{changes.length === 1 ? '1 part is' : `${changes.length} parts are`} not as saved</summary>
          <ChangesList changes={changes} />
        </details>
      )}
      {asks && (
        <NewVersion
          view={view}
          setUp={setUp}
          draft={draft}
          changes={changes}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  )
}

function labelOf(does: string, what: string | null): string {
  return what === null ? `${does}: nothing to ${does.toLowerCase()}` : `${does} ${what}`
}

function focusBlockers(): void {
  document.querySelector<HTMLElement>('.rubric-editor .blockers a')?.focus()
}
