import { useState } from 'react'
import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import { setUpPath } from '../../../pages.ts'
import { counted } from '../../../room/number-words.ts'
import { Refused } from '../../../room/refused.tsx'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Link } from '../../../ui/link.tsx'
import { Select } from '../../../ui/select.tsx'
import { useSetUpCommand } from '../use-set-up.ts'

/** Choosing the sample: one of the applications that no panel reads and none is to read. */
export function ChooseSample({ setUp }: { readonly setUp: SetUpPage }) {
  const [chosen, setChosen] = useState('')
  const [asking, setAsking] = useState(false)
  const { pending, refused, run } = useSetUpCommand()
  const { applications, draft } = setUp
  const free = applications.filter(
    ({ id, opened, recused }) => !opened && !recused && draft?.places[id] === undefined,
  )
  const drafted = applications.some(({ id, opened }) => !opened && draft?.places[id] !== undefined)
  const reviewers = setUp.people.filter(({ role }) => role === 'reviewer').length
  const application = free.find(({ id }) => id === chosen)

  if (free.length === 0 || reviewers === 0) {
    return (
      <Empty
        title="There is no sample."
        sentence={
          reviewers === 0
            ? 'Every reviewer scores it, and there are no reviewers yet.'
            : 'It is an application that is on no panel. All that there are stand on one, or there are none: add one for this.'
        }
      >
        <Link href={setUpPath(reviewers === 0 ? 'people' : 'applications')}>
          {reviewers === 0 ? 'Add people' : 'Add an application'}
        </Link>
      </Empty>
    )
  }

  async function start(): Promise<void> {
    if (!application) return
    if (!(await run({ kind: 'calibration.start', application: application.id }))) return
    setAsking(false)
    announce(`${application.applicant} is the sample.`)
  }

  return (
    <section className="sample-choose" aria-label="Choose the sample">
      <Select
        label="Application"
        value={chosen}
        placeholder="Choose one that is on no panel"
        options={free.map(({ id, applicant }) => ({ value: id, label: applicant }))}
        onChange={setChosen}
      />
      {drafted && (
        <p className="sample-note">
          What stands on a panel is not listed: <Link href={setUpPath('panels')}>take it off its panel</Link>{' '}
          to make it the sample.
        </p>
      )}
      {application && application.documents === 0 && (
        <p className="sample-note">
          {application.applicant} has no documents yet.{' '}
          <Link href={setUpPath('applications', application.id)}>Add them</Link> before you start, so that
          there is something to read.
        </p>
      )}
      <div>
        <Button
          kind={application ? 'primary' : 'cannotYet'}
          onClick={() => setAsking(application !== undefined)}
        >
          {application
            ? `Give ${application.applicant} to ${counted(reviewers, 'reviewer')} …`
            : 'Start: choose an application'}
        </Button>
      </div>
      <Dialog
        open={asking && application !== undefined}
        onClose={() => setAsking(false)}
        grave
        title={`Make ${application?.applicant} the sample?`}
        answers={
          <>
            <Button onClick={() => setAsking(false)}>Not now</Button>
            <Button pending={pending} onClick={() => void start()}>
              Make it the sample
            </Button>
          </>
        }
      >
        <p>
          {counted(reviewers, 'reviewer')} get it at once, and their real applications take no points until
          they are ready with it. It is on no panel and never ranked. The rubric is frozen from now on, and
          another sample cannot be chosen.
        </p>
        <Refused sentence={refused} />
      </Dialog>
    </section>
  )
}
