import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import type { View } from '../../../../shared/competition/view.ts'
import { asksTheSame } from '../../../../shared/rubric/edit/asks-the-same.ts'
import { changeWhole } from '../../../../shared/rubric/edit/changed.ts'
import type { Difference } from '../../../../shared/rubric/edit/differences.ts'
import { rubricSchema } from '../../../../shared/rubric/rubric-schema.ts'
import { Refused } from '../../../room/refused.tsx'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ReasonField, useReason } from '../../reason-field.tsx'
import { useSetUpCommand } from '../use-set-up.ts'
import { ChangesList } from './changes-list.tsx'
import { touchedWords } from './touched-words.ts'
import type { RubricDraft } from './use-rubric-draft.ts'

interface NewVersionProps {
  readonly view: View
  readonly setUp: SetUpPage
  readonly draft: RubricDraft
  readonly changes: readonly Difference[]
  readonly onClose: () => void
}

/** Says whom a new version touches and what it changes, asks why, and saves it. */
export function NewVersion({ view, setUp, draft, changes, onClose }: NewVersionProps) {
  const { rubric, base } = draft
  const version = base.version + 1
  const written = useReason()
  const { pending, refused, run } = useSetUpCommand()
  const asksAgain = !asksTheSame(base, rubric)
  const cuts = changes.some(({ given }) => given !== null)

  async function save(): Promise<void> {
    const why = written.take()
    if (why === null) return
    const next = rubricSchema.parse(changeWhole(rubric, { version }))
    if (!(await run({ kind: 'rubric.set', rubric: next, why, since: draft.since }))) return
    announce(`Version ${version} is saved.`)
    onClose()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      grave
      wide
      title={`Save as version ${version}?`}
      answers={
        <>
          <Button onClick={onClose}>Go on changing it</Button>
          <Button kind="primary" pending={pending} onClick={() => void save()}>
            Save version {version}
          </Button>
        </>
      }
    >
      <ul className="new-version-touched">
        {touchedWords(view.reviews, setUp.calibration, asksAgain).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        <li>
          {cuts
            ? 'No answer is rescaled or taken out: points that no longer fit stay as they were given until their reviewer changes them.'
            : 'No answer is changed.'}
        </li>
      </ul>
      <h3 className="t-subheading">What changes</h3>
      <ChangesList changes={changes} given />
      <p className="second">Reviewers whose application moves to it read your reason.</p>
      <ReasonField reason={written} />
      <Refused sentence={refused} />
    </Dialog>
  )
}
